using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison.Schemas.Facts;

namespace Kiln.Generator.Changes.Comparison.Schemas.Pairs;

/// <summary>All pairs of schemas that are compared, each once. Where schemas contain themselves, so do pairs.</summary>
internal sealed class PairGraph(SchemaFactsSource old, SchemaFactsSource current, ComponentRenames renames, LifecycleTerms terms, SchemaLimits limits)
{
    private readonly Dictionary<(string Old, string Current), SchemaPair> known = [];
    private readonly List<SchemaPair> pairs = [];

    /// <summary>In the order in which they were found.</summary>
    public IReadOnlyList<SchemaPair> Pairs => pairs;

    /// <summary>The first pair that is not compared, because there are too many; <see langword="null"/> for none.</summary>
    public SchemaPair? FirstLeftOut { get; private set; }

    public ComponentRenames Renames => renames;

    public LifecycleTerms Terms => terms;

    public SchemaFacts Old(SchemaNode schema) => old.Of(schema);

    public SchemaFacts Current(SchemaNode schema) => current.Of(schema);

    /// <summary>The pair of two schemas, which is compared later; <see langword="null"/> if there are too many pairs.</summary>
    /// <param name="oldFacts">The old schema.</param>
    /// <param name="currentFacts">The new schema.</param>
    /// <param name="subject">What its differences are about, unless both are one component.</param>
    /// <param name="traits">What is known of the property that has them; it does not count for a component.</param>
    public SchemaPair? Pair(SchemaFacts oldFacts, SchemaFacts currentFacts, SubjectPath subject, IReadOnlyList<string> traits)
    {
        var key = (oldFacts.Key, currentFacts.Key);
        if (known.TryGetValue(key, out var pair))
            return pair;
        if (pairs.Count >= limits.Pairs)
        {
            FirstLeftOut ??= new(pairs.Count, oldFacts, currentFacts, subject, traits);
            return null;
        }

        var component = renames.AreSameOrAlike(oldFacts, currentFacts) ? currentFacts.Component : null;
        pair = component is null
            ? new(pairs.Count, oldFacts, currentFacts, subject, traits)
            : new(pairs.Count, oldFacts, currentFacts, new(component, IsComponent: true, ""), []);
        known.Add(key, pair);
        pairs.Add(pair);
        return pair;
    }
}
