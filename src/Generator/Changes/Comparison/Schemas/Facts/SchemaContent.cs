using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Facts;

/// <summary>
/// A hash code of what a schema says, down to a depth, whatever it is called and described as. It finds the schemas that belong together; these are compared in any case, so that
/// equal codes of different schemas hide no difference.
/// </summary>
internal static class SchemaContent
{
    public const int MaxDepth = 6;

    private const ulong Seed = 14695981039346656037;

    private static readonly string[] Values =
    [
        "format", "enum", "x-extensible-enum", "pattern", "maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum", "maxLength", "minLength", "maxItems", "minItems", "maxProperties",
        "minProperties", "maxContains", "minContains", "multipleOf", "uniqueItems", "contentEncoding", "contentMediaType", "default", "readOnly", "writeOnly", "dependentRequired",
    ];

    private static readonly string[] Subschemas = ["additionalProperties", "items", "additionalItems", "not", "if", "then", "else", "contains", "propertyNames", "contentSchema", "unevaluatedItems"];

    private static readonly string[] Maps = ["patternProperties", "dependentSchemas"];

    public static ulong Of(SchemaFacts facts, int depth = MaxDepth)
    {
        if (facts.Hashes[depth] is not { } hash)
            facts.Hashes[depth] = hash = Compute(facts, depth);
        return hash;
    }

    /// <summary>Whether a schema says enough for another one that says the same to be taken for it.</summary>
    public static bool IsDistinctive(SchemaFacts facts) =>
        facts.Properties.Names.Count > 1 || facts.Find("enum") is not null || facts.Find("pattern") is not null || SchemaUnion.Of(facts, "oneOf") is not null || SchemaUnion.Of(facts, "anyOf") is not null;

    private static ulong Compute(SchemaFacts facts, int depth)
    {
        var hash = Add(Seed, facts.Types.Names is { } types ? string.Join(" ", types) : "any");
        hash = Add(hash, facts.AllowsNull ? "null" : "");
        foreach (var keyword in Values)
        {
            if (facts.Find(keyword) is { } value && !IsFalse(value.Node))
                hash = Add(Add(hash, keyword), value.Node is SpecList list ? string.Join("\n", list.Items.Select(CanonicalValue.Of).OrderBy(t => t, StringComparer.Ordinal)) : CanonicalValue.Of(value.Node));
        }
        foreach (var name in facts.Required.Keys.OrderBy(n => n, StringComparer.Ordinal))
            hash = Add(Add(hash, "required"), name);
        foreach (var name in facts.Properties.Names.OrderBy(n => n, StringComparer.Ordinal))
        {
            hash = Add(Add(hash, "property"), name);
            if (depth > 0)
                hash = Add(hash, Of(facts.Source.Of([.. facts.Properties[name].Select(d => d.Schema)]), depth - 1));
        }
        return depth > 0 ? AddSubschemas(hash, facts, depth - 1) : hash;
    }

    private static ulong AddSubschemas(ulong hash, SchemaFacts facts, int depth)
    {
        foreach (var keyword in Subschemas)
        {
            if (facts.Find(keyword) is not { } value || value.Node is SpecScalar { Text: "true" })
                continue;
            hash = Add(hash, keyword);
            if (value.Node is SpecScalar scalar)
                hash = Add(hash, scalar.Text);
            foreach (var item in value.Node is SpecList ? facts.Members[value.Member].Schema.TupleItems : [])
                hash = Add(hash, Of(facts.Source.Of(item), depth));
            if (facts.Child(value, keyword) is { } child)
                hash = Add(hash, Of(facts.Source.Of(child), depth));
        }
        foreach (var keyword in Maps)
        {
            foreach (var entry in facts.Entries(keyword).OrderBy(e => e.Name, StringComparer.Ordinal))
                hash = Add(Add(Add(hash, keyword), entry.Name), Of(facts.Source.Of(entry.Schema), depth));
        }
        foreach (var keyword in new[] { "oneOf", "anyOf" })
        {
            foreach (var code in (SchemaUnion.Of(facts, keyword)?.Alternatives ?? []).Select(a => Of(facts.Source.Of(a), depth)).OrderBy(h => h))
                hash = Add(Add(hash, keyword), code);
        }
        foreach (var code in facts.Separate.Select(m => Of(facts.Source.Of(m.Schema), depth)).OrderBy(h => h))
            hash = Add(Add(hash, "allOf"), code);
        return hash;
    }

    private static bool IsFalse(SpecNode node) => node is SpecScalar { Kind: ScalarKind.Boolean, Text: "false" };

    // FNV-1a (Fowler, Noll, Vo), with a separator after each text.
    private static ulong Add(ulong hash, string text)
    {
        unchecked
        {
            foreach (var c in text)
                hash = (hash ^ c) * 1099511628211;
            return (hash ^ 0xFFFF) * 1099511628211;
        }
    }

    private static ulong Add(ulong hash, ulong code)
    {
        unchecked
        {
            for (var i = 0; i < 8; i++, code >>= 8)
                hash = (hash ^ (code & 0xFF)) * 1099511628211;
            return hash;
        }
    }
}
