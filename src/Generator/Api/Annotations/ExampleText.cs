using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Annotations;

/// <summary>Reads the example of a body, where it is short enough for a doc comment.</summary>
internal static class ExampleText
{
    private const int MaxLines = 10;
    private const int MaxWidth = 90;
    private const int MaxValues = 60;
    private const string Indent = "  ";

    /// <summary>The first example of a media type, or that of its schema, as JSON of at most ten lines; <see langword="null"/> for none, or a longer one.</summary>
    /// <param name="mediaType">The media type.</param>
    /// <param name="document">The document.</param>
    public static string? Of(PointedNode? mediaType, DocumentNodes document)
    {
        if (mediaType is not { } owner || ExampleOf(owner, document) is not { } example || example.IsNull() || CountUpTo(example, MaxValues + 1) > MaxValues)
            return null;
        var lines = new List<string>();
        Write(example, "", "", "", lines);
        return lines.Count <= MaxLines && lines.TrueForAll(l => l.Length <= MaxWidth) ? string.Join("\n", lines) : null;
    }

    private static SpecNode? ExampleOf(PointedNode owner, DocumentNodes document) =>
        owner["example"]
        ?? owner.Entries("examples").Select(e => document.Follow(e.Node)).Select(e => e["value"] ?? e["dataValue"]).FirstOrDefault(v => v is not null)
        ?? (owner.Child("schema") is { } schema && document.Follow(schema) is var target ? target["example"] ?? (target["examples"] as SpecList)?.Items.FirstOrDefault() : null);

    private static int CountUpTo(SpecNode node, int limit)
    {
        var children = node switch
        {
            SpecMap map => map.Entries.Select(e => e.Value),
            SpecList list => list.Items,
            _ => [],
        };
        var count = 1;
        foreach (var child in children)
        {
            if (count >= limit)
                break;
            count += CountUpTo(child, limit - count);
        }
        return count;
    }

    // A value on one line if it fits, else each of its parts on lines of its own.
    private static void Write(SpecNode node, string indent, string before, string after, List<string> lines)
    {
        var line = $"{indent}{before}{SpecJson.Write(node)}{after}";
        var parts = node switch
        {
            SpecMap map => map.Entries.Select(e => (Name: SpecJson.Quote(e.Key) + ": ", e.Value)).ToList(),
            SpecList list => list.Items.Select(i => (Name: "", Value: i)).ToList(),
            _ => [],
        };
        if (line.Length <= MaxWidth && (indent.Length > 0 || parts.Count < 2) || parts.Count == 0)
        {
            lines.Add(line);
            return;
        }
        lines.Add($"{indent}{before}{(node is SpecMap ? '{' : '[')}");
        for (var i = 0; i < parts.Count && lines.Count <= MaxLines; i++)
            Write(parts[i].Value, indent + Indent, parts[i].Name, i + 1 < parts.Count ? "," : "", lines);
        lines.Add($"{indent}{(node is SpecMap ? '}' : ']')}{after}");
    }
}
