using System.Text.RegularExpressions;
using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Specs.Reading;

/// <summary>Reads YAML 1.2 to a tree, over the events of YamlDotNet's parser: its own object model turns all scalars into strings and loses their places.</summary>
internal static class YamlTreeReader
{
    private static readonly Regex BlankLine = new(@"(?<=^|[\r\n])[ \t]+(?=[\r\n]|$)", RegexOptions.CultureInvariant);

    /// <summary>The document's tree, or <see langword="null"/> when it is not YAML.</summary>
    public static SpecNode? Read(SpecText text, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        var reading = Attempt(text.Path, text.Text, cancellationToken);
        if (reading.IsSyntaxError)
        {
            // YamlDotNet refuses a block scalar whose blank lines hold more spaces than its text, and large public
            // documents have those. Blank lines are emptied only then, because in a block scalar their spaces are content.
            var mended = BlankLine.Replace(text.Text, "");
            var second = mended.Length == text.Text.Length ? reading : Attempt(text.Path, mended, cancellationToken);
            if (!second.IsSyntaxError)
                reading = second;
        }

        diagnostics.AddRange(reading.Diagnostics);
        return reading.Root;
    }

    private static Reading Attempt(string file, string text, CancellationToken cancellationToken)
    {
        List<DiagnosticInfo> diagnostics = [];
        var lines = new SpecLines(file, text);

        // YamlDotNet takes this character for the end of the input and would silently drop the rest.
        if (text.IndexOf('\0') is >= 0 and var nul)
        {
            var place = lines.Place(nul, nul + 1);
            return new Reading(null, [new DiagnosticInfo(SpecRules.InvalidYaml, place, "A YAML document cannot contain a NUL character.")], IsSyntaxError: false);
        }

        var events = new YamlEvents(lines, YamlLineBreaks.Hide(text), diagnostics, cancellationToken);
        var root = new YamlTreeBuilder(events, lines, diagnostics).BuildDocument();
        return new Reading(events.Failed ? null : root, diagnostics, events.Failed);
    }

    private sealed record Reading(SpecNode? Root, List<DiagnosticInfo> Diagnostics, bool IsSyntaxError);
}
