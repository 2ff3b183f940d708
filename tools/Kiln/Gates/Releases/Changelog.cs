using System.Text;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Diagnostics;

namespace Kiln.Tool.Gates.Releases;

/// <summary>What a release changes, in Markdown, for the users of the SDK: C# members first, then what only concerns the API.</summary>
internal static class Changelog
{
    public const string Unreleased = "Unreleased";

    private const string Title = "# Changelog";
    private const int MostOperations = 3;

    // What changed for readers of the document only. The version has a heading of its own.
    private static readonly HashSet<string> Unlisted = new(StringComparer.Ordinal)
    {
        "title-changed", "description-changed", "summary-changed", "example-changed", "info-title-changed",
        "version-increased", "version-decreased", "version-changed", "version-added", "version-removed", "version-not-bumped", "major-version-not-bumped",
    };

    private static readonly IReadOnlyList<(ChangeKind Kind, string Heading)> Sections =
    [
        (ChangeKind.Breaking, "Breaking changes"),
        (ChangeKind.Added, "Added"),
        (ChangeKind.Changed, "Changed"),
        (ChangeKind.Deprecated, "Deprecated"),
        (ChangeKind.Removed, "Removed"),
    ];

    /// <summary>The text of a changelog with the section of a release: before those of earlier ones, or in place of its own.</summary>
    /// <param name="existing">The text that there is; <see langword="null"/> for none.</param>
    /// <param name="release">The release: its version, or <see cref="Unreleased"/>.</param>
    /// <param name="findings">What it changes.</param>
    public static string Add(string? existing, string release, IEnumerable<Finding> findings)
    {
        var section = Section(release, findings);
        if (string.IsNullOrWhiteSpace(existing))
            return $"{Title}\n\n{section}";

        var lines = existing.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
        var headings = lines.Select((line, i) => (Line: line, Index: i)).Where(l => l.Line.StartsWith("## ", StringComparison.Ordinal)).ToList();
        var own = headings.FindIndex(h => h.Line["## ".Length..].Trim() == release);
        var start = own >= 0 ? headings[own].Index : headings.Count > 0 ? headings[0].Index : lines.Count;
        var next = own < 0 ? start : own + 1 < headings.Count ? headings[own + 1].Index : lines.Count;

        var before = string.Join('\n', lines.Take(start)).TrimEnd('\n');
        var after = string.Join('\n', lines.Skip(next));
        return (before.Length > 0 ? before + "\n\n" : "") + section + (after.Length > 0 ? $"\n{after}\n" : "");
    }

    private static string Section(string release, IEnumerable<Finding> findings)
    {
        var text = new StringBuilder().Append("## ").Append(release).Append('\n');
        var byKind = findings.Where(f => !Unlisted.Contains(f.Id) || f.Severity != FindingSeverity.Info).ToLookup(ChangeKinds.Of);
        foreach (var (kind, heading) in Sections)
        {
            if (!byKind[kind].Any())
                continue;
            text.Append("\n### ").Append(heading).Append("\n\n");
            // One member may have several findings, and one finding is found in several places.
            foreach (var member in byKind[kind].Where(f => f.Member is not null).GroupBy(f => f.Member).OrderBy(g => g.Key, StringComparer.Ordinal))
                AppendMember(text, [.. member]);
            foreach (var subject in byKind[kind].Where(f => f.Member is null).GroupBy(f => f.Subject))
                text.AppendJoin("", Sentences([.. subject]).Select(s => $"- {(subject.Key.Length > 0 ? $"{Code(subject.Key)}: " : "")}{s}\n"));
        }
        if (byKind.Count == 0)
            text.Append("\nNo changes of the API or of the C# members.\n");
        return text.ToString();
    }

    // Methods of one name have a declaration each; what concerns none of them is said of the first.
    private static void AppendMember(StringBuilder text, IReadOnlyList<Finding> findings)
    {
        var byDeclaration = findings.Where(HasDeclaration).GroupBy(f => (f.OldCode, f.NewCode)).Select(g => g.ToList()).ToList();
        List<Finding> others = [.. findings.Where(f => !HasDeclaration(f))];
        if (byDeclaration.Count == 0)
            byDeclaration.Add(others);
        else
            byDeclaration[0].AddRange(others);
        byDeclaration.ForEach(d => AppendDeclaration(text, d));
    }

    private static bool HasDeclaration(Finding finding) => finding.OldCode != finding.NewCode;

    private static void AppendDeclaration(StringBuilder text, IReadOnlyList<Finding> findings)
    {
        var first = findings[0];
        text.Append("- ").Append(Code(first.Member!)).Append((first.OldCode, first.NewCode) switch
        {
            (null, null) => "",
            (null, { } added) => $": {Code(added)}",
            ({ } removed, null) => $": {Code(removed)}",
            var (old, now) when old == now => "",
            var (old, now) => $": {Code(old)} → {Code(now)}",
        });
        var sentences = Sentences(findings);
        if (sentences is [var only])
            text.Append(". ").Append(only).Append('\n');
        else
            text.Append('\n').AppendJoin("", sentences.Select(s => $"  - {s}\n"));
    }

    // In requests and in responses, one change is one finding each.
    private static List<string> Sentences(IReadOnlyList<Finding> findings) =>
    [
        .. findings.GroupBy(f => f.Message).Select(same => Sentence(same.Key, [.. same.SelectMany(PlacesOf).Distinct()])),
    ];

    // A member of C# does not tell which parameter of its operation has changed.
    private static IEnumerable<string> PlacesOf(Finding finding) =>
        !finding.Operations.Items.Any(o => finding.Subject.StartsWith(o, StringComparison.Ordinal)) ? finding.Operations
        : finding.Member is null || finding.Message.Contains(finding.Subject, StringComparison.Ordinal) ? []
        : [finding.Subject];

    private static string Sentence(string text, IReadOnlyList<string> operations)
    {
        var message = Prose(text).TrimEnd('.');
        if (operations.Count == 0)
            return $"{message}.";
        var more = operations.Count - MostOperations;
        return $"{message} ({string.Join(", ", operations.Take(MostOperations).Select(Code))}{(more > 0 ? $" and {more} more" : "")}).";
    }

    // A code span ends at as many backticks as it began with.
    private static string Code(string text)
    {
        var line = OneLine.Of(text).Trim();
        if (!line.Contains('`'))
            return $"`{line}`";
        var fence = new string('`', LongestRun(line) + 1);
        return $"{fence} {line} {fence}";
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
            longest = Math.Max(longest, run = c == '`' ? run + 1 : 0);
        return longest;
    }

    // What a document says must neither become HTML nor markup.
    private static string Prose(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in OneLine.Of(text))
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '&' || (c == '#' && escaped.Length == 0))
                escaped.Append('\\');
            escaped.Append(c);
        }
        return escaped.ToString();
    }
}
