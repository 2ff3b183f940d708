using System.Text.RegularExpressions;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Reading;

/// <summary>Reads YAML 1.2 to a tree from the events of YamlDotNet's parser: its object model converts all scalars to strings and loses positions.</summary>
internal static class YamlTreeReader
{
    private static readonly Regex BlankLine = new(@"(?<=^|[\r\n])[ \t]+(?=[\r\n]|$)", RegexOptions.CultureInvariant);

    /// <summary>The document's tree; <see langword="null"/> if the text is empty, or, with a diagnostic, if it is not YAML.</summary>
    public static SpecNode? Read(SpecText text, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        var reading = ReadOnce(text.Path, text.Text, cancellationToken);
        if (reading.IsSyntaxError)
        {
            // YamlDotNet rejects a block scalar whose blank lines have more spaces than its text is indented by, which large public
            // documents contain. Blank lines are trimmed only then, because their spaces are content in a block scalar.
            var repaired = BlankLine.Replace(text.Text, "");
            var second = repaired.Length == text.Text.Length ? reading : ReadOnce(text.Path, repaired, cancellationToken);
            if (!second.IsSyntaxError)
                reading = second;
        }

        diagnostics.AddRange(reading.Diagnostics);
        return reading.Root;
    }

    private static Reading ReadOnce(string file, string text, CancellationToken cancellationToken)
    {
        List<DiagnosticInfo> diagnostics = [];
        var lines = new SpecLines(file, text);

        // YamlDotNet treats this character as the end of the input and would silently drop the rest.
        if (text.IndexOf('\0') is >= 0 and var nul)
        {
            var location = lines.Location(nul, nul + 1);
            return new Reading(null, [new DiagnosticInfo(SpecRules.InvalidYaml, location, "A YAML document cannot contain a NUL character.")], IsSyntaxError: false);
        }

        var events = new YamlEvents(lines, YamlLineBreaks.Hide(text), diagnostics, cancellationToken);
        var root = new YamlTreeBuilder(events, lines, diagnostics).BuildDocument();
        return new Reading(events.Failed ? null : root, diagnostics, events.Failed);
    }

    private sealed record Reading(SpecNode? Root, List<DiagnosticInfo> Diagnostics, bool IsSyntaxError);
}
