using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Checks;

/// <summary>Limits the properties that objects inherit by <c>allOf</c> and from their alternatives: all of them are emitted for each object.</summary>
internal sealed class InheritedPropertyLimit(SpecMap root)
{
    private static readonly string[] AlternativeKeywords = ["oneOf", "anyOf"];

    private readonly Dictionary<SpecMap, int> ancestorCounts = [];
    private readonly Dictionary<SpecMap, int> sizes = [];
    private int remaining = ReadingLimits.InheritedProperties;
    private bool isReported;

    /// <summary>Adds the inherited properties of a schema, and reports the schema that exceeds a limit.</summary>
    public void Count(SpecMap schema, List<DiagnosticInfo> diagnostics)
    {
        if (schema["allOf"] is null && schema["properties"] is null || isReported)
            return;

        CountInherited(schema);
        if (remaining < 0)
            Report(new DiagnosticInfo(SpecRules.TooManyInheritedProperties, schema.Location, $"{ReadingLimits.InheritedProperties}"));
        else if (CountAncestors(schema) > ReadingLimits.InheritanceDepth)
            Report(new DiagnosticInfo(SpecRules.LimitExceeded, schema.Location, $"{ancestorCounts[schema]}", "schemas in one inheritance chain", $"{ReadingLimits.InheritanceDepth}", "remove some of the intermediate schemas"));

        void Report(DiagnosticInfo problem)
        {
            isReported = true;
            diagnostics.Add(problem);
        }
    }

    private void CountInherited(SpecMap schema)
    {
        HashSet<SpecMap> seen = [schema];
        Queue<SpecMap> pending = new(seen);
        while (pending.Count > 0 && remaining >= 0)
        {
            var node = pending.Dequeue();
            foreach (var subschema in Subschemas(node, "allOf").Where(seen.Add))
                Enter(subschema);

            // A base schema that lists its derived schemas inherits nothing from them.
            foreach (var alternatives in AlternativeKeywords.Select(c => Subschemas(node, c).ToList()))
            {
                remaining -= alternatives.Count;
                if (alternatives.Any(s => seen.Contains(s) || Subschemas(s, "allOf").Contains(node)))
                    continue;
                foreach (var alternative in alternatives.Where(seen.Add))
                    Enter(alternative);
            }
        }

        void Enter(SpecMap subschema)
        {
            remaining -= 1 + SizeOf(subschema);
            if (remaining >= 0)
                pending.Enqueue(subschema);
        }
    }

    // Its properties, and their descriptions.
    private int SizeOf(SpecMap subschema)
    {
        if (subschema["properties"] is not SpecMap properties)
            return 0;
        if (!sizes.TryGetValue(subschema, out var size))
            sizes.Add(subschema, size = (int)Math.Min(properties.Entries.Count + properties.Entries.Sum(e => DescriptionLength(e.Value)) / 100, ReadingLimits.InheritedProperties));
        return size;
    }

    private static long DescriptionLength(SpecNode field) =>
        (field as SpecMap)?["description"] is SpecScalar text ? Math.Min(text.Text.Length, ReadingLimits.DescriptionLength) : 0;

    // Schemas on a cycle, which another check reports, count as 0. Other checks limit the depth.
    private int CountAncestors(SpecMap schema)
    {
        if (ancestorCounts.TryGetValue(schema, out var known))
            return known;

        ancestorCounts.Add(schema, 0);
        var count = 0;
        foreach (var subschema in Subschemas(schema, "allOf"))
        {
            var ancestors = CountAncestors(subschema);
            if (ancestors > 0 || subschema["discriminator"] is not null)
                count = Math.Max(count, ancestors + 1);
        }
        return ancestorCounts[schema] = count;
    }

    private IEnumerable<SpecMap> Subschemas(SpecMap schema, string key) => ((schema[key] as SpecList)?.Items ?? [])
        .Select(i => SpecReference.Follow(root, i))
        .OfType<SpecMap>();
}
