using System.Globalization;
using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Changes.Comparison.Schemas;

/// <summary>Reports where a comparison has reached one of its limits: what is behind it may differ without being told.</summary>
internal static class ReachedLimits
{
    /// <summary>Adds the differences of all limits that were reached; none if the documents are equal, because nothing is behind a limit then.</summary>
    public static void Report(ComparisonContext context, PairGraph graph, SchemaFactsSource old, SchemaFactsSource current, SchemaLimits limits)
    {
        var cut = graph.Pairs.Where(p => p.Old.IsCut || p.Current.IsCut).ToList();
        if (cut.Count == 0 && graph.FirstLeftOut is null && old.FirstLeftOut is null && current.FirstLeftOut is null)
            return;
        if (CanonicalValue.Of(context.Old.Spec.Root) == CanonicalValue.Of(context.Current.Spec.Root))
            return;

        foreach (var pair in cut)
            Add(pair.Subject.Text, pair.Old.Schema.Location, pair.Current.Schema.Location, $"a schema combines more than {Count(limits.Members)} subschemas");
        if (graph.FirstLeftOut is { } pairs)
            Add(pairs.Subject.Text, pairs.Old.Schema.Location, pairs.Current.Schema.Location, $"there are more than {Count(limits.Pairs)} pairs of schemas");
        if (old.FirstLeftOut is not null || current.FirstLeftOut is not null)
            Add("", old.FirstLeftOut?.Location, current.FirstLeftOut?.Location, $"there are more than {Count(limits.Combinations)} combinations of schemas");

        void Add(string subject, SourceLocation? before, SourceLocation? after, string limit) =>
            context.Add(new Difference(Aspects.ComparisonLimit, ChangeAction.Changed, Direction.None, ChangePlaces.None, subject) { Old = before, New = after, NewValue = limit });
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
