using Kiln.Generator.Specs.Overlays;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Pipeline.Pins;

/// <summary>
/// Finds the objects of a document's normal form in the document as it is written, which overlays are applied to: an object keeps its range in the text on the
/// way from one to the other.
/// </summary>
internal sealed class SourceTargets
{
    private readonly SpecMap normal;
    private readonly SpecMap written;
    private readonly Dictionary<(string File, int Start, int End), List<string>> pointers = [];
    private readonly Dictionary<string, (string? Target, SpecMap? Node)> found = new(StringComparer.Ordinal);

    /// <param name="normal">The root of the normal form.</param>
    /// <param name="written">The root of the document with its files and overlays.</param>
    public SourceTargets(SpecMap normal, SpecMap written)
    {
        this.normal = normal;
        this.written = written;
        Add(written, "");
    }

    /// <summary>The query of an object, and the object; <see langword="null"/> for one that is not in the document as it is written.</summary>
    /// <param name="pointer">Its pointer in the normal form.</param>
    public (string? Target, SpecMap? Node) Find(string pointer)
    {
        if (!found.TryGetValue(pointer, out var target))
        {
            target = SourceOf(pointer) is { } source && JsonPointer.Find(written, source) is SpecMap node ? (JsonPathText.Of(written, JsonPointer.Parse(source)), node) : default;
            found.Add(pointer, target);
        }
        return target;
    }

    private string? SourceOf(string pointer)
    {
        if (pointer.Length == 0)
            return pointer;
        if (JsonPointer.Find(normal, pointer) is not SpecMap node || !pointers.TryGetValue(KeyOf(node), out var candidates))
            return null;

        // A form of OpenAPI 2.0 has no schema of its own, only the parameters that are its fields.
        if (IsFormSchema(pointer) && candidates.All(IsParameter))
            return null;

        // An alias of YAML has the range of what it stands for.
        return candidates.Contains(pointer) ? pointer : candidates.OrderByDescending(c => CommonEnd(c, pointer)).ThenBy(c => c, StringComparer.Ordinal).First();
    }

    private static bool IsFormSchema(string pointer) => pointer.IndexOf("/requestBody/content/", StringComparison.Ordinal) >= 0 && pointer.EndsWith("/schema", StringComparison.Ordinal);

    private static bool IsParameter(string pointer) => JsonPointer.Parse(pointer) is { Length: > 1 } tokens && tokens[tokens.Length - 2] == "parameters";

    private static int CommonEnd(string one, string other)
    {
        var length = 0;
        while (length < one.Length && length < other.Length && one[one.Length - 1 - length] == other[other.Length - 1 - length])
            length++;
        return length;
    }

    private void Add(SpecNode node, string pointer)
    {
        switch (node)
        {
            case SpecMap map:
                if (!pointers.TryGetValue(KeyOf(map), out var same))
                    pointers.Add(KeyOf(map), same = []);
                same.Add(pointer);
                foreach (var entry in map.Entries)
                {
                    if (entry.Value is not SpecScalar)
                        Add(entry.Value, $"{pointer}/{JsonPointer.Escape(entry.Key)}");
                }
                break;
            case SpecList list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    if (list.Items[i] is not SpecScalar)
                        Add(list.Items[i], $"{pointer}/{i}");
                }
                break;
        }
    }

    private static (string, int, int) KeyOf(SpecMap map) => (map.Span.File, map.Span.Start, map.Span.End);
}
