using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Diagnostics;
using Kiln.Tool.Comparing;

namespace Kiln.Tool.Gates;

/// <summary>
/// A file of findings to leave out, in the form of oasdiff: any text. A line leaves out the findings of one operation (its method and path) of which it also has the rule,
/// by id or alias, or the message; the word <c>components</c> stands for the operation where a finding has none.
/// </summary>
/// <param name="Severity">The severity of the findings that it leaves out.</param>
/// <param name="Lines">The lines that may say something, in lower case, with their locations.</param>
internal sealed record IgnoreFile(FindingSeverity Severity, IReadOnlyList<(string Text, SourceLocation Location)> Lines)
{
    private const string NoOperation = "components";

    public static IgnoreFile Read(NamedText file, FindingSeverity severity)
    {
        var lines = file.Text.Split('\n').Select((text, i) => (Text: text.Trim().ToLowerInvariant(), Location: new SourceLocation(file.Path, i + 1, 1, i + 1, 1)));
        // A heading or a remark of a person names no operation.
        return new(severity, [.. lines.Where(l => l.Text.Length > 0 && l.Text[0] != '#' && (l.Text.Contains('/') || HasWord(l.Text, NoOperation)))]);
    }

    /// <summary>The line that leaves a finding out; <see langword="null"/> for none.</summary>
    public SourceLocation? LineFor(Finding finding) =>
        finding.Severity == Severity ? Lines.Where(l => IsAbout(l.Text, finding) && Describes(l.Text, finding)).Select(l => l.Location).FirstOrDefault() : null;

    private static bool IsAbout(string line, Finding finding) => finding.Operations.Count == 0
        ? HasWord(line, NoOperation)
        : finding.Operations.Items.Any(o => HasWord(line, o.ToLowerInvariant()));

    private static bool Describes(string line, Finding finding) =>
        RuleNames.Of(finding).Any(name => HasWord(line, name)) || line.Contains(finding.Message.TrimEnd('.').ToLowerInvariant(), StringComparison.Ordinal);

    // Not as a part of a longer name or path.
    private static bool HasWord(string line, string word)
    {
        for (var at = line.IndexOf(word, StringComparison.Ordinal); at >= 0; at = line.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !IsOfName(line[at - 1])) && (end == line.Length || !IsOfName(line[end])))
                return true;
        }
        return false;
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '/' or '{';
}
