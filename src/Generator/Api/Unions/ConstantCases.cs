using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Schemas.Values;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Unions;

/// <summary>
/// Merges the alternatives of a union that list their values, strings or numbers, into one enum. JSON Schema has no other way to give each value a name and
/// a description: <c>oneOf: [{const: 0, title: Low, description: Lowest}, {const: 1, title: High}]</c>. Where all alternatives are enums with a name of
/// their own and several values, each keeps its type.
/// </summary>
internal sealed class ConstantCases(EnumReader enums, NameOverrides nameOverrides, List<DiagnosticInfo> diagnostics)
{
    // A longer title is a description.
    private const int MaxNameLength = 60;

    // Only hostile documents spread constants over more.
    private const int MaxSchemas = 1000;

    /// <summary>The cases with those that list their values merged.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="union">The schema of the union, which may state the type, the format and the names for all.</param>
    public List<UnionCandidate> Merge(List<UnionCandidate> cases, SchemaNode union)
    {
        foreach (var kind in new[] { JsonKind.String, JsonKind.Number })
        {
            var closed = cases.Where(c => c.Forms.Count > 0 && c.Forms.All(f => f.Kind == kind && f.Values is not null)).ToList();
            if (closed.Count < 2 || closed.All(IsNamedEnum) || Merge(closed, union, kind) is not { } merged)
                continue;
            cases = [.. cases.Select(c => c == closed[0] ? merged : c).Where(c => !closed.Contains(c))];
        }
        return cases;
    }

    private static bool IsNamedEnum(UnionCandidate @case) => @case.Schema.IsReference && @case.Forms.Sum(f => f.Values!.Count) > 1;

    private UnionCandidate? Merge(List<UnionCandidate> closed, SchemaNode union, JsonKind kind)
    {
        var type = kind == JsonKind.String ? "string" : union.Type ?? Common(closed, s => s.Type);
        var format = union.Format ?? Common(closed, s => s.Format);
        var titles = DistinctTitles(closed);

        var values = closed
            .SelectMany(c => ValuesOf(c, type, titles))
            .GroupBy(v => v.Wire, StringComparer.Ordinal)
            .Select(g => g.First())
            .ToList();
        if (values.Count > ReadingLimits.EnumValues || EnumReader.Of(WithNamesOf(union, values), type, format) is not { } schema)
            return null;

        var form = closed[0].Forms[0] with { Kind = schema.UnderlyingType.Type == "string" ? JsonKind.String : kind, Type = format is null ? type ?? "number" : $"{type} {format}", Values = [.. values.Select(v => v.Wire)] };
        return new(closed[0].Schema, new(schema, closed.Exists(c => c.Use.IsNullable)), [form], IsMerged: true);
    }

    // What all alternatives say alike; null if they differ.
    private static string? Common(List<UnionCandidate> cases, Func<SchemaNode, string?> of) =>
        cases.SelectMany(c => c.Forms).Select(f => of(f.Path[f.Path.Count - 1])).Distinct().ToList() is [var one] ? one : null;

    // A title that several have (tools write that of the property) names none of them.
    private static HashSet<string> DistinctTitles(List<UnionCandidate> cases) => new(
        cases.Select(c => TitleOf(c.Schema)).OfType<string>().GroupBy(t => t, StringComparer.Ordinal).Where(g => g.Count() == 1).Select(g => g.Key),
        StringComparer.Ordinal);

    private static string? TitleOf(SchemaNode schema) => schema.Title ?? schema.Actual.Title;

    private IReadOnlyList<EnumValue> ValuesOf(UnionCandidate @case, string? type, HashSet<string> titles)
    {
        var values = new List<EnumValue>();
        Collect(@case.Schema, type, values, []);
        if (values.Count != 1)
            return values;

        // A name or a description of an alternative with one value is of the value.
        var schema = @case.Schema;
        var title = TitleOf(schema);
        var isName = title is { Length: > 0 and <= MaxNameLength } && titles.Contains(title);
        return
        [
            values[0] with
            {
                Name = values[0].Name ?? (isName ? title : values[0].IsString ? null : ComponentName(schema)),
                NameOverride = values[0].NameOverride ?? (schema.IsReference ? null : @case.Use.Schema.NameOverride),
                Description = values[0].Description ?? DocText.Of(schema.Description ?? schema.Actual.Description ?? (title is { Length: > MaxNameLength } ? title : null)),
            },
        ];
    }

    private static string? ComponentName(SchemaNode schema) => schema.IsReference ? SchemaNames.Of(schema.Target!.Pointer) : null;

    private void Collect(SchemaNode schema, string? type, List<EnumValue> values, HashSet<SchemaNode> seen)
    {
        schema = schema.Actual;
        if (!seen.Add(schema) || seen.Count > MaxSchemas)
            return;
        if (schema.Enum is { Items.Count: > 0 })
        {
            values.AddRange(enums.ReadValues(schema, type));
            return;
        }
        foreach (var alternative in schema.Wrapped() is { } wrapped ? [wrapped] : schema.Alternatives.Where(a => !a.IsOnlyNull))
            Collect(alternative, type, values, seen);
    }

    // What the union itself says of the values counts more than what the alternatives say.
    private IReadOnlyList<EnumValue> WithNamesOf(SchemaNode union, List<EnumValue> values)
    {
        var node = (SpecMap)union.Node;
        var list = new SpecList(node.Span, [.. values.Select(v => new SpecScalar(node.Span, v.IsString ? ScalarKind.String : ScalarKind.Number, v.Wire))]);
        var names = new EnumNames(node, list, nameOverrides, diagnostics);
        return [.. values.Select((value, index) => Combine(value, names.WithNames(value, index, index)))];
    }

    private static EnumValue Combine(EnumValue value, EnumValue named) => value with
    {
        NameOverride = named.NameOverride ?? value.NameOverride,
        Name = named.Name ?? value.Name,
        Description = named.Description ?? value.Description,
    };
}
