using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Normalization.Steps.Schemas;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Facts;

/// <summary>The types of the values of a schema, null not among them: however they are written, and by its other keywords where it has no <c>type</c>.</summary>
/// <param name="Names">Sorted; <see langword="null"/> where every type is allowed.</param>
/// <param name="Keyword">The keyword that says it; <see langword="null"/> where other keywords do.</param>
/// <param name="Member">The index of the member that has the keyword.</param>
/// <param name="IsOfUnion">Whether they are those of the alternatives of a union.</param>
internal sealed record TypeSet(IReadOnlyList<string>? Names, string? Keyword, int Member, bool IsOfUnion = false)
{
    private static readonly TypeSet Any = new(null, null, 0);

    // A union's alternatives may be unions again.
    private const int MaxDepth = 3;

    public static TypeSet Of(SchemaFacts facts) => Of(facts, 0);

    private static TypeSet Of(SchemaFacts facts, int depth) => Declared(facts) ?? OfUnion(facts, depth) ?? Implied(facts) ?? Any;

    // A subschema of allOf may narrow the types of another one.
    private static TypeSet? Declared(SchemaFacts facts)
    {
        TypeSet? declared = null;
        for (var i = 0; i < facts.Members.Count; i++)
        {
            if (DeclaredBy(facts.Members[i].Schema, i) is not { } types)
                continue;
            declared = declared is null ? types : declared.Names!.All(types.Names!.Contains) ? declared : types.Names!.All(declared.Names!.Contains) ? types : declared;
        }
        return declared;
    }

    private static TypeSet? DeclaredBy(SchemaNode schema, int index)
    {
        if (schema.Type is { } type)
            return new([type], "type", index);
        if (schema.Types.Count > 0)
            return new(Sorted(schema.Types), TypeLists.Key, index);
        return schema[TypeAlternatives.Key].Texts() is { Count: > 0 } list ? new(Sorted(list), TypeAlternatives.Key, index) : null;
    }

    private static TypeSet? OfUnion(SchemaFacts facts, int depth)
    {
        foreach (var keyword in new[] { "oneOf", "anyOf" })
        {
            for (var i = 0; i < facts.Members.Count; i++)
            {
                var schema = facts.Members[i].Schema;
                List<SchemaNode> alternatives = [.. (keyword == "oneOf" ? schema.OneOf : schema.AnyOf).Where(a => !a.IsOnlyNull)];
                if (alternatives.Count < 2)
                    continue;
                if (SchemaUnion.PlainTypes(facts, alternatives) is { } plain)
                    return new(plain, keyword, i);
                if (depth >= MaxDepth)
                    return null;
                var all = new SortedSet<string>(StringComparer.Ordinal);
                foreach (var alternative in alternatives)
                {
                    if (Of(facts.Source.Of(alternative), depth + 1).Names is not { } names)
                        return null;
                    all.UnionWith(names);
                }
                return new([.. all], null, i, IsOfUnion: true);
            }
        }
        return null;
    }

    // Many documents leave out what goes without saying: the type of a schema with properties, and of an enum.
    private static TypeSet? Implied(SchemaFacts facts)
    {
        if (facts.Properties.Names.Count > 0 || facts.Required.Count > 0 || facts.Find("additionalProperties") is { } || facts.Find("patternProperties") is { })
            return new(["object"], null, 0);
        if (facts.Find("items") is { Node: SpecMap or SpecList })
            return new(["array"], null, 0);
        if (facts.Find("enum") is { Node: SpecList { Items.Count: > 0 } values } && values.Items.All(v => v is SpecScalar { Kind: ScalarKind.String or ScalarKind.Null }))
            return new(["string"], null, 0);
        return null;
    }

    private static IReadOnlyList<string> Sorted(IReadOnlyList<string> names) => [.. names.OrderBy(n => n, StringComparer.Ordinal)];
}
