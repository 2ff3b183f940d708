using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Reading.Syntax;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Reading;

/// <summary>Reads YAML 1.2 to a tree from the events of YamlDotNet's parser: its object model converts all scalars to strings and loses positions.</summary>
internal static class YamlTreeReader
{
    /// <summary>The document's tree; <see langword="null"/> if the text is empty, or, with a diagnostic, if it is not YAML.</summary>
    public static SpecNode? Read(SpecText text, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        // YamlDotNet treats this character as the end of the input and would silently drop the rest.
        if (text.Text.IndexOf('\0') is >= 0 and var nul)
        {
            diagnostics.Add(new DiagnosticInfo(SpecRules.InvalidYaml, new SpecLines(text.Path, text.Text).Location(nul, nul + 1), "a YAML document cannot contain a NUL character"));
            return null;
        }

        var reading = ReadOnce(text, text.Text, cancellationToken);
        if (reading.Failure is not null)
            reading = Repair(text, reading, cancellationToken);

        diagnostics.AddRange(reading.Diagnostics);
        if (reading.Failure is { } failure)
        {
            var diagnosis = YamlDiagnosis.Of(reading.Text.Text, YamlOutline.Of(reading.Text.Text), failure);
            var location = new SpecLines(text.Path, reading.Text.Text).Location(diagnosis.Offset, Math.Min(diagnosis.Offset + 1, reading.Text.Text.Length));
            diagnostics.Add(new DiagnosticInfo(SpecRules.InvalidYaml, location, diagnosis.Message));
            return null;
        }
        return reading.Root;
    }

    /// <summary>The first reading of a changed text that succeeds, or the one that came furthest: what stops it is invalid for other parsers too.</summary>
    private static Reading Repair(SpecText text, Reading failed, CancellationToken cancellationToken)
    {
        var furthest = failed;
        SpecText[] texts = [text, text with { Text = YamlRepair.TrimBlankLines(text.Text) }];
        foreach (var given in texts)
        {
            string[] changed = [given.Text, YamlRepair.JoinLines(given.Text, YamlOutline.Of(given.Text))];
            foreach (var repaired in changed.Where(t => t != text.Text))
            {
                var reading = ReadOnce(given, repaired, cancellationToken);
                if (reading.Failure is null)
                    return reading;
                if (reading.Failure.Offset > furthest.Failure!.Offset)
                    furthest = reading;
            }
        }
        return furthest;
    }

    /// <param name="text">The text whose lines and columns are reported.</param>
    /// <param name="repaired">The text that is parsed, with the same positions.</param>
    /// <param name="cancellationToken">A token to cancel the reading.</param>
    private static Reading ReadOnce(SpecText text, string repaired, CancellationToken cancellationToken)
    {
        List<DiagnosticInfo> diagnostics = [];
        var lines = new SpecLines(text.Path, text.Text);
        var events = new YamlEvents(lines, YamlStandIns.Hide(repaired), cancellationToken);
        var root = new YamlTreeBuilder(events, lines, diagnostics).BuildDocument();
        return new Reading(text, events.Failure is null ? root : null, diagnostics, events.Failure);
    }

    private sealed record Reading(SpecText Text, SpecNode? Root, List<DiagnosticInfo> Diagnostics, YamlFailure? Failure);
}
