using Kiln.Generator.Api.Nodes;

namespace Kiln.Generator.Changes.Comparison.Schemas.Facts;

/// <summary>One of the schemas that describe a value together: a schema, a subschema of its <c>allOf</c>, or the only alternative of its <c>oneOf</c> or <c>anyOf</c>.</summary>
/// <param name="Schema">The schema, its references followed.</param>
/// <param name="Parent">The index of the member that it is a subschema of; -1 for none.</param>
/// <param name="IsAlternative">Whether it is an only alternative.</param>
internal readonly record struct SchemaMember(SchemaNode Schema, int Parent, bool IsAlternative = false);

/// <summary>Gathers the members of schemas.</summary>
internal static class SchemaMembers
{
    private static readonly string[] Conditions = ["if", "not"];

    /// <summary>The members, each before its own subschemas, and the subschemas of <c>allOf</c> that cannot be merged with them, because they have a condition or union where an earlier member has one.</summary>
    /// <param name="schemas">The schemas.</param>
    /// <param name="limit">How many members there are at most; what is cut is left out.</param>
    public static (IReadOnlyList<SchemaMember> Merged, IReadOnlyList<SchemaMember> Separate, bool IsCut) Of(IReadOnlyList<SchemaNode> schemas, int limit)
    {
        var merged = new List<SchemaMember>();
        var separate = new List<SchemaMember>();
        var seen = new HashSet<SchemaNode>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SchemaMember>();
        for (var i = schemas.Count - 1; i >= 0; i--)
            open.Push(new(schemas[i].Actual, -1));

        while (open.Count > 0 && merged.Count < limit)
        {
            var member = open.Pop();
            if (!seen.Add(member.Schema))
                continue;
            var exclusive = ExclusiveKeywords(member.Schema);
            if (member.Parent >= 0 && exclusive.Any(taken.Contains))
            {
                separate.Add(member);
                continue;
            }
            taken.UnionWith(exclusive);
            merged.Add(member);
            Push(open, member.Schema, merged.Count - 1);
        }
        return (merged, separate, open.Any(m => !seen.Contains(m.Schema)));
    }

    private static void Push(Stack<SchemaMember> open, SchemaNode schema, int index)
    {
        if (OnlyAlternative(schema.AnyOf) is { } any)
            open.Push(new(any.Actual, index, IsAlternative: true));
        if (OnlyAlternative(schema.OneOf) is { } one)
            open.Push(new(one.Actual, index, IsAlternative: true));
        for (var i = schema.AllOf.Count - 1; i >= 0; i--)
            open.Push(new(schema.AllOf[i].Actual, index));
    }

    /// <summary>The alternative that is not only null, if there is one such.</summary>
    private static SchemaNode? OnlyAlternative(IReadOnlyList<SchemaNode> alternatives)
    {
        if (alternatives.Count is 0 or > 2)
            return null;
        var others = alternatives.Where(a => !a.IsOnlyNull).ToList();
        return others.Count == 1 ? others[0] : null;
    }

    private static List<string> ExclusiveKeywords(SchemaNode schema)
    {
        List<string> keywords = [.. Conditions.Where(k => schema[k] is not null)];
        if (schema.OneOf.Count > 1 && OnlyAlternative(schema.OneOf) is null)
            keywords.Add("oneOf");
        if (schema.AnyOf.Count > 1 && OnlyAlternative(schema.AnyOf) is null)
            keywords.Add("anyOf");
        return keywords;
    }
}
