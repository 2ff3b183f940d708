namespace Kiln.Generator.Specs.Reading.Syntax;

/// <summary>Where the mistake is that makes a text invalid, and what it is.</summary>
/// <param name="Offset">The offset of the character to look at.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record YamlDiagnosis(int Offset, string Message)
{
    /// <summary>
    /// Finds the cause of a parser's error. A parser notices a missing quote or bracket long after it, so the outline of the text comes first.
    /// </summary>
    public static YamlDiagnosis Of(string text, YamlOutline outline, YamlFailure failure)
    {
        var noticed = Math.Min(failure.Offset, text.Length);
        if (outline.IndentingTab is >= 0 and var tab && (failure.ParserMessage.Contains(" tab ") || (noticed < text.Length && text[noticed] == '\t')))
            return new(tab, "a tab is used as indentation here, and YAML allows spaces only");
        if (outline.UnclosedQuote is >= 0 and var quote && noticed >= quote)
            return new(quote, $"the text that begins with this {text[quote]} has no closing {text[quote]}");
        if (FindSuspiciousQuote(text, outline, noticed) is >= 0 and var begin)
            return new(begin, $"the text that begins with this {text[begin]} ends on a later line, in front of something that is neither a key nor a comment; is its closing {text[begin]} missing?");
        if (outline.UnclosedBracket is >= 0 and var bracket && noticed >= bracket)
            return new(bracket, $"this '{text[bracket]}' has no closing '{(text[bracket] == '{' ? '}' : ']')}'");
        if (outline.UnopenedBracket is >= 0 and var closing && noticed <= closing && text.IndexOf('\n', noticed, closing - noticed) < 0)
            return new(closing, $"this '{text[closing]}' closes nothing; remove it, or put the text in quotes if it is part of it");
        return YamlMessages.Explain(text, noticed, failure.ParserMessage);
    }

    /// <summary>The text in quotes over several lines on whose last line the error is: mostly its end is the beginning of another one.</summary>
    private static int FindSuspiciousQuote(string text, YamlOutline outline, int noticed)
    {
        foreach (var quoted in outline.MultiLineQuotes)
        {
            if (noticed == quoted.Start || (noticed >= quoted.End && text.IndexOf('\n', quoted.End, noticed - quoted.End) < 0))
                return quoted.Start;
        }
        return -1;
    }
}
