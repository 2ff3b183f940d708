namespace Kiln.Generator.Specs.Reading.Syntax;

/// <summary>Explains the parser's errors in the terms of a document's author: its own messages tell which of its steps failed.</summary>
internal static class YamlMessages
{
    private const string Unknown = "the text cannot be read from here on; check the indentation, and put texts with special characters in quotes";

    // By a part of the parser's message; the first match applies.
    private static readonly (string Part, string Message)[] Messages =
    [
        ("did not find expected key", "a key is expected here; check the indentation of this line, and what the line before it lacks"),
        ("did not find expected '-' indicator", "an item that begins with '- ' is expected here; check the indentation of this line"),
        ("Block sequence entries are not allowed", "an item that begins with '- ' is not allowed here; begin it on a line of its own"),
        ("Mapping values are not allowed", "a ':' is not allowed here; put the text in quotes if the ':' is part of it, otherwise begin the key on a line of its own"),
        ("Mapping keys are not allowed", "a '?' is not allowed here; put the text in quotes if the '?' is part of it"),
        ("found invalid mapping", "a value cannot contain ': '; put it in quotes, or begin the key on a line of its own"),
        ("found wrong indentation", "a line of the text in quotes that begins here has too little indentation"),
        ("did not find expected comment or line break", "a text with several lines begins on the line after its '|' or '>'; put the value in quotes if this is a part of it"),
        ("found extra spaces in first line", "the lines of this text before the first that is not blank have more spaces than that line"),
        ("disallowed: []{},", "the name of an anchor or alias is expected after '&' or '*'; put the value in quotes if the character is part of it"),
        ("more than one anchor", "a value can have only one anchor"),
        ("could not find expected ':'", "this line is neither a key with a ':' nor part of the value before it; check its indentation"),
        ("unexpected end of stream", "the text that begins with this quote has no closing quote"),
        ("expected hexadecimal number", "the text in quotes that begins here has an escape sequence without its hexadecimal digits; write '\\\\' for the character itself"),
        ("unknown escape character", "the text in quotes that begins here has an unknown escape sequence; write '\\\\' for the character itself, or use single quotes"),
        ("flow mapping", "a ',' or the '}' of the object is expected here"),
        ("flow sequence, did not", "a ',' or the ']' of the array is expected here"),
        ("expected node content", "a value is expected here"),
        ("<document start>", "the document has already ended before this line; check the indentation of this line and of the first one"),
        ("<document end>", "the document has already ended before this line; check the indentation of this line and of the first one"),
        ("comment", "a comment needs a space before its '#'; put the text in quotes if the '#' is part of it"),
        ("directive", "a line that begins with '%' is a directive for the parser, and this one is invalid; put the text in quotes, or remove the line"),
        (" tab ", "a tab is used as indentation here, and YAML allows spaces only"),
        ("tag", "a '!' begins a tag, and this one is invalid; put the text in quotes if the '!' is part of it"),
    ];

    public static YamlDiagnosis Explain(string text, int offset, string parserMessage)
    {
        if (parserMessage.Contains("cannot start any token") && offset < text.Length)
            return new(offset, text[offset] == '\t' ? "a tab is not allowed here; use spaces" : $"a value cannot begin with '{text[offset]}'; put it in quotes");
        if (parserMessage.Contains("did not find expected key") && !IsFirstOnLine(text, offset))
            return new(offset, "the value has ended before this; put the whole text in quotes if this is part of it");
        foreach (var (part, message) in Messages)
        {
            if (parserMessage.Contains(part))
                return new(offset, message);
        }
        return new(offset, Unknown);
    }

    private static bool IsFirstOnLine(string text, int offset)
    {
        var before = offset - 1;
        while (before >= 0 && text[before] is ' ' or '\t')
            before--;
        return before < 0 || text[before] is '\n' or '\r';
    }
}
