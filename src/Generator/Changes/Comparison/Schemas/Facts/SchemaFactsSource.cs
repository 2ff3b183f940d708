using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Facts;

/// <summary>Makes the facts of the schemas of one document, once for each.</summary>
internal sealed class SchemaFactsSource(DocumentNodes document, SchemaLimits limits)
{
    private readonly Dictionary<string, SchemaFacts> known = new(StringComparer.Ordinal);
    private int combinations;

    public DocumentNodes Document => document;

    public SchemaLimits Limits => limits;

    /// <summary>The first schema that applies beside others and was left out, because there were too many sets of them; <see langword="null"/> for none.</summary>
    public SchemaNode? FirstLeftOut { get; private set; }

    public SchemaFacts Of(SchemaNode schema)
    {
        var actual = schema.Actual;
        if (!known.TryGetValue(actual.Pointer, out var facts))
            known.Add(actual.Pointer, facts = new(this, actual.Pointer, [actual]));
        return facts;
    }

    /// <summary>The facts of schemas that all apply.</summary>
    public SchemaFacts Of(IReadOnlyList<SchemaNode> schemas)
    {
        if (schemas.Count == 1)
            return Of(schemas[0]);

        List<SchemaNode> actual = [.. schemas.Select(s => s.Actual).Distinct()];
        if (actual.Count == 1)
            return Of(actual[0]);
        var key = string.Join("\n", actual.Select(s => s.Pointer));
        if (!known.TryGetValue(key, out var facts))
        {
            if (combinations >= limits.Combinations)
            {
                FirstLeftOut ??= actual[1];
                return Of(actual[0]);
            }
            combinations++;
            known.Add(key, facts = new(this, key, actual));
        }
        return facts;
    }

    /// <summary>The subschema of a keyword.</summary>
    /// <param name="owner">The schema that has the keyword.</param>
    /// <param name="path">The keyword, and what follows it in the pointer.</param>
    /// <param name="value">The subschema.</param>
    public SchemaNode Child(SchemaNode owner, string path, SpecMap value) => document.Schema(new PointedNode(value, $"{owner.Pointer}/{path}"));
}
