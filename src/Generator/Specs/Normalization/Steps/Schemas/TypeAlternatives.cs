using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Schemas;

/// <summary>
/// Writes a schema whose values may be objects or arrays as well as something else as a <c>oneOf</c> of a schema for each: <c>[object, string]</c> with
/// <c>properties</c> is an object with these, or a string. Each keyword goes to the type that it applies to; scalar types stay together, in
/// <c>x-kiln-types</c> if they are several. The list is kept in <c>x-kiln-type-list</c> for comparisons, to which it is no union.
/// </summary>
internal static class TypeAlternatives
{
    public const string Key = "x-kiln-type-list";

    private static readonly HashSet<string> ObjectKeywords = Set(
        "properties patternProperties additionalProperties required minProperties maxProperties propertyNames dependentSchemas dependentRequired discriminator "
        + NameOverrideKeys.Properties);

    private static readonly HashSet<string> ArrayKeywords = Set("items additionalItems contains minContains maxContains minItems maxItems uniqueItems unevaluatedItems");

    private static readonly HashSet<string> ScalarKeywords = Set(
        "format pattern minLength maxLength contentEncoding contentMediaType contentSchema minimum maximum exclusiveMinimum exclusiveMaximum multipleOf");

    // What says itself which types there are, or lists the values.
    private static readonly string[] Decisive = ["allOf", "oneOf", "anyOf", "$ref", "enum"];

    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.Schema || node is not SpecMap map || map[TypeLists.Key] is not SpecList list || Decisive.Any(key => map[key] is not null))
            return node;

        var types = list.Texts();
        var scalars = types.Where(t => t is not ("object" or "array")).ToList();
        if (scalars.Count == types.Count)
            return node;

        var rest = map.Without(e => e.Key == TypeLists.Key || ObjectKeywords.Contains(e.Key) || ArrayKeywords.Contains(e.Key) || ScalarKeywords.Contains(e.Key));
        if (IsAnything(types) && !map.Entries.Any(e => ObjectKeywords.Contains(e.Key) || ArrayKeywords.Contains(e.Key)))
            return rest;

        var alternatives = new List<SpecNode>();
        foreach (var type in types)
        {
            if (type is "object" or "array")
                alternatives.Add(Alternative(map, [type], list.Span, type == "object" ? ObjectKeywords : ArrayKeywords));
            else if (type == scalars[0])
                alternatives.Add(Alternative(map, scalars, list.Span, ScalarKeywords));
        }
        return rest.With("oneOf", new SpecList(list.Span, alternatives)).With(Key, list);
    }

    private static bool IsAnything(IReadOnlyList<string> types) => new[] { "object", "array", "string", "number", "boolean" }.All(types.Contains);

    private static SpecMap Alternative(SpecMap map, IReadOnlyList<string> types, SpecSpan span, HashSet<string> keywords)
    {
        var type = types.Count == 1
            ? new SpecEntry("type", span, SpecNodes.Text(span, types[0]))
            : new SpecEntry(TypeLists.Key, span, new SpecList(span, [.. types.Select(t => SpecNodes.Text(span, t))]));
        return new(map.Span, [type, .. map.Entries.Where(e => keywords.Contains(e.Key))]);
    }

    private static HashSet<string> Set(string keywords) => new(keywords.Split(' '), StringComparer.Ordinal);
}
