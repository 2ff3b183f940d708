using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;

namespace Kiln.Generator.Api;

/// <summary>
/// What a document says of a field beside its type: in the field's own schema, in the one that this refers to, and in the parts of an <c>allOf</c>
/// that is there to put such words beside a reference. NSwag drops what stands beside a reference, so all of it is read from the tree.
/// </summary>
internal sealed class FieldWords
{
    // Nobody wraps a reference this often; the bound keeps the work for one field small whatever the document.
    private const int MostSchemas = 16;
    private const int LongestShown = 100;

    private readonly List<SpecMap> sayings = [];

    private FieldWords(SpecMap root, SpecNode? schema) => Collect(root, schema);

    /// <summary>The words of the schema at a pointer.</summary>
    public static FieldWords At(SpecMap root, string pointer) => new(root, JsonPointer.Find(root, pointer));

    /// <summary>Which bodies have the field. One that would be in none is taken as one of both, and told of.</summary>
    public PropertyAccess Access(List<DiagnosticInfo> diagnostics)
    {
        var readOnly = Says("readOnly") ?? Says("x-readOnly");
        var writeOnly = Says("writeOnly") ?? Says("x-writeOnly");
        if (readOnly is not null && writeOnly is not null)
            diagnostics.Add(new(ApiRules.ReadOnlyAndWriteOnly, writeOnly.KeyPlace));

        return (readOnly, writeOnly) switch
        {
            (not null, null) => PropertyAccess.ReadOnly,
            (null, not null) => PropertyAccess.WriteOnly,
            _ => PropertyAccess.Both,
        };
    }

    /// <summary>The value of a key where it is said first, or <see langword="null"/>.</summary>
    public SpecNode? First(string key) => sayings.Select(s => s[key]).FirstOrDefault(v => v is not null);

    /// <summary>The default, which is told of when it is no value of the field.</summary>
    public DefaultValue? Default(List<DiagnosticInfo> diagnostics)
    {
        // Null as a default says nothing that leaving the field out does not.
        if (First("default") is not { } node || node.IsNull())
            return null;

        if (node is not SpecScalar scalar)
            return new(Shown(node), null);

        var type = First("type").AsText();
        if (First("enum") is SpecList values ? !values.Items.Any(v => IsSame(v, scalar)) : !DefaultFit.Fits(scalar, type, First("format").AsText()))
        {
            diagnostics.Add(new(ApiRules.InvalidDefault, node.Place, Shown(node)));
            return null;
        }
        return new(Shown(node), type is "array" or "object" ? null : scalar.Text);
    }

    private SpecEntry? Says(string key) =>
        sayings.Select(s => s.Entry(key)).FirstOrDefault(e => e is { Value: SpecScalar { Kind: ScalarKind.Boolean, Text: "true" } });

    private void Collect(SpecMap root, SpecNode? node)
    {
        while (node is SpecMap map && sayings.Count < MostSchemas)
        {
            sayings.Add(map);
            if (map["allOf"] is SpecList parts)
            {
                foreach (var part in parts.Items)
                    Collect(root, part);
            }
            node = map[SpecReference.Key].AsText() is { } reference ? SpecReference.Find(root, reference) : null;
        }
    }

    private static bool IsSame(SpecNode node, SpecScalar scalar) => node is SpecScalar other && other.Kind == scalar.Kind && other.Text == scalar.Text;

    private static string Shown(SpecNode node) => node switch
    {
        SpecScalar { Kind: ScalarKind.String, Text: { Length: > LongestShown } text } => $"\"{text.Substring(0, LongestShown)}…\"",
        SpecScalar { Text: { Length: > LongestShown } text } => text.Substring(0, LongestShown) + "…",
        SpecMap { Entries.Count: > 0 } => "{…}",
        SpecList { Items.Count: > 0 } list when !list.Items.All(IsShort) || list.Items.Sum(i => ((SpecScalar)i).Text.Length) > LongestShown => "[…]",
        _ => SpecJson.Write(node),
    };

    private static bool IsShort(SpecNode node) => node is SpecScalar { Text.Length: <= LongestShown };
}
