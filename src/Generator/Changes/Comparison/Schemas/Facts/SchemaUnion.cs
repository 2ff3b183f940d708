using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Normalization.Steps.Schemas;

namespace Kiln.Generator.Changes.Comparison.Schemas.Facts;

/// <summary>The alternatives of a <c>oneOf</c> or <c>anyOf</c> that has several.</summary>
/// <param name="Alternatives">Those that are not only null.</param>
/// <param name="Member">The index of the member that has the keyword.</param>
/// <param name="IsTypeList">Whether the document has a list of types instead, which the normal form writes as a <c>oneOf</c>.</param>
internal sealed record SchemaUnion(IReadOnlyList<SchemaNode> Alternatives, int Member, bool IsTypeList)
{
    /// <summary>The union of a keyword; <see langword="null"/> for none, and for a list of plain types.</summary>
    public static SchemaUnion? Of(SchemaFacts facts, string keyword)
    {
        for (var i = 0; i < facts.Members.Count; i++)
        {
            var schema = facts.Members[i].Schema;
            var all = keyword == "oneOf" ? schema.OneOf : schema.AnyOf;
            if (all.Count < 2)
                continue;
            List<SchemaNode> alternatives = [.. all.Where(a => !a.IsOnlyNull)];
            if (alternatives.Count > 1)
                return PlainTypes(facts, alternatives) is not null ? null : new(alternatives, i, keyword == "oneOf" && schema[TypeAlternatives.Key] is not null);
        }
        return null;
    }

    /// <summary>The union that has only one alternative; <see langword="null"/> for none.</summary>
    public static SchemaUnion? Single(SchemaFacts facts, string keyword)
    {
        for (var i = 1; i < facts.Members.Count; i++)
        {
            var (schema, parent, isAlternative) = facts.Members[i];
            if (isAlternative && (keyword == "oneOf" ? facts.Members[parent].Schema.OneOf : facts.Members[parent].Schema.AnyOf).Any(a => ReferenceEquals(a.Actual, schema)))
                return new([schema], i, IsTypeList: false);
        }
        return null;
    }

    /// <summary>The types of alternatives that say nothing else; <see langword="null"/> if they say more.</summary>
    public static IReadOnlyList<string>? PlainTypes(SchemaFacts facts, IReadOnlyList<SchemaNode> alternatives)
    {
        if (facts.Members.Any(m => m.Schema.Type is not null))
            return null;
        var types = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var alternative in alternatives)
        {
            if (alternative.IsReference || !PlainSchemas.IsPlain(alternative))
                return null;
            types.UnionWith(alternative.Type is { } type ? [type] : alternative.Types);
        }
        return [.. types];
    }
}
