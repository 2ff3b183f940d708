using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Numbers;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Annotations;

/// <summary>
/// What a document says of a property or parameter beside its type: in its own schema, in the one that this refers to or wraps, and in the parts of an
/// <c>allOf</c> that is there to put annotations beside a reference.
/// </summary>
internal sealed class SchemaAnnotations
{
    // Nobody wraps a reference this often; the bound keeps the work for one property small whatever the document.
    private const int MaxSchemas = 16;
    private const int MaxShownLength = 100;

    private readonly List<SchemaNode> schemas = [];

    public SchemaAnnotations(SchemaNode? schema) => Collect(schema);

    /// <summary>Which bodies have the property. One that would be in none is treated as in both, with a diagnostic.</summary>
    public PropertyAccess ReadAccess(List<DiagnosticInfo> diagnostics)
    {
        var readOnly = FindTrue("readOnly");
        var writeOnly = FindTrue("writeOnly");
        if (readOnly is not null && writeOnly is not null)
            diagnostics.Add(new(ApiRules.ReadOnlyAndWriteOnly, writeOnly.KeyLocation));

        return (readOnly, writeOnly) switch
        {
            (not null, null) => PropertyAccess.ReadOnly,
            (null, not null) => PropertyAccess.WriteOnly,
            _ => PropertyAccess.Both,
        };
    }

    /// <summary>The default; <see langword="null"/> if there is none, and, with a diagnostic, if it does not match its schema.</summary>
    public DefaultValue? ReadDefault(List<DiagnosticInfo> diagnostics)
    {
        // Null as a default says nothing that leaving the property out does not.
        if (First("default") is not { } node || node.IsNull())
            return null;

        if (node is not SpecScalar scalar)
            return new(Show(node), null);

        var type = First("type").AsText();
        if (!IsValid(scalar, type))
        {
            diagnostics.Add(new(ApiRules.InvalidDefault, node.Location, Show(node)));
            return null;
        }
        return new(Show(node), type is "array" or "object" ? null : scalar.Text);
    }

    /// <summary>The value of a keyword, of several schemas the first; <see langword="null"/> if there is none.</summary>
    public SpecNode? this[string keyword] => First(keyword);

    /// <summary>A limit such as <c>maximum</c>; <see langword="null"/> if there is none.</summary>
    public decimal? Limit(string keyword) => schemas.Select(s => s.Limit(keyword)).FirstOrDefault(limit => limit is not null);

    private bool IsValid(SpecScalar scalar, string? type)
    {
        if (First("enum") is SpecList values)
            return values.Items.Any(v => IsSame(v, scalar));
        return type is null && schemas.Select(NumberSpelling.Of).FirstOrDefault(n => n is not null) is { } number
            ? DefaultValueValidator.IsValid(scalar, number)
            : DefaultValueValidator.IsValid(scalar, type, First("format").AsText());
    }

    private SpecNode? First(string keyword) => schemas.Select(s => s[keyword]).FirstOrDefault(v => v is not null);

    private SpecEntry? FindTrue(string keyword) =>
        schemas.Select(s => (s.Node as SpecMap)?.Entry(keyword)).FirstOrDefault(e => e is { Value: SpecScalar { Kind: ScalarKind.Boolean, Text: "true" } });

    private void Collect(SchemaNode? schema)
    {
        while (schema is not null && schemas.Count < MaxSchemas)
        {
            schemas.Add(schema);
            foreach (var part in schema.AllOf)
                Collect(part);
            if (schema.AllOf.Count == 0 && schema.Wrapped() is { } wrapped)
                Collect(wrapped);
            schema = schema.Target;
        }
    }

    private static bool IsSame(SpecNode node, SpecScalar scalar) => node is SpecScalar other && other.Kind == scalar.Kind && other.Text == scalar.Text;

    private static string Show(SpecNode node) => node switch
    {
        SpecScalar { Kind: ScalarKind.String, Text: { Length: > MaxShownLength } text } => $"\"{text.Substring(0, MaxShownLength)}…\"",
        SpecScalar { Text: { Length: > MaxShownLength } text } => text.Substring(0, MaxShownLength) + "…",
        SpecMap { Entries.Count: > 0 } => "{…}",
        SpecList { Items.Count: > 0 } list when !list.Items.All(IsShort) || list.Items.Sum(i => ((SpecScalar)i).Text.Length) > MaxShownLength => "[…]",
        _ => SpecJson.Write(node),
    };

    private static bool IsShort(SpecNode node) => node is SpecScalar { Text.Length: <= MaxShownLength };
}
