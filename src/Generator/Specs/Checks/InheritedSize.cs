using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Reading;

namespace Kiln.Generator.Specs.Checks;

/// <summary>Counts what objects take over from the parts of their <c>allOf</c> and the shapes that they may have: all of it is written out for each.</summary>
internal sealed class InheritedSize(SpecMap root)
{
    private static readonly string[] Choices = ["oneOf", "anyOf"];

    private readonly Dictionary<SpecMap, int> bases = [];
    private readonly Dictionary<SpecMap, int> sizes = [];
    private int left = ReadingLimits.InheritedFields;
    private bool isTold;

    /// <summary>Adds what one schema takes over, and tells of the one with which it becomes too much.</summary>
    public void Add(SpecMap schema, List<DiagnosticInfo> diagnostics)
    {
        if (schema["allOf"] is null && schema["properties"] is null || isTold)
            return;

        Take(schema);
        if (left < 0)
            Tell(new DiagnosticInfo(SpecRules.TooManyInheritedProperties, schema.Place, $"{ReadingLimits.InheritedFields}"));
        else if (CountBases(schema) > ReadingLimits.Bases)
            Tell(new DiagnosticInfo(SpecRules.LimitExceeded, schema.Place, $"{bases[schema]}", "schemas in one inheritance chain", $"{ReadingLimits.Bases}", "remove some of the intermediate schemas"));

        void Tell(DiagnosticInfo problem)
        {
            isTold = true;
            diagnostics.Add(problem);
        }
    }

    private void Take(SpecMap schema)
    {
        HashSet<SpecMap> seen = [schema];
        Queue<SpecMap> open = new(seen);
        while (open.Count > 0 && left >= 0)
        {
            var node = open.Dequeue();
            foreach (var part in Parts(node, "allOf").Where(seen.Add))
                Enter(part);

            // A base that lists what is derived from it takes over nothing of that.
            foreach (var shapes in Choices.Select(c => Parts(node, c).ToList()))
            {
                left -= shapes.Count;
                if (shapes.Any(s => seen.Contains(s) || Parts(s, "allOf").Contains(node)))
                    continue;
                foreach (var shape in shapes.Where(seen.Add))
                    Enter(shape);
            }
        }

        void Enter(SpecMap part)
        {
            left -= 1 + SizeOf(part);
            if (left >= 0)
                open.Enqueue(part);
        }
    }

    // Its fields, each with its description.
    private int SizeOf(SpecMap part)
    {
        if (part["properties"] is not SpecMap properties)
            return 0;
        if (!sizes.TryGetValue(part, out var size))
            sizes.Add(part, size = (int)Math.Min(properties.Entries.Count + properties.Entries.Sum(e => DescriptionOf(e.Value)) / 100, ReadingLimits.InheritedFields));
        return size;
    }

    private static long DescriptionOf(SpecNode field) =>
        (field as SpecMap)?["description"] is SpecScalar text ? Math.Min(text.Text.Length, ReadingLimits.DescriptionLength) : 0;

    // Counted from below: schemas on a circle, which another check tells of, count for nothing. Other checks bound the depth.
    private int CountBases(SpecMap schema)
    {
        if (bases.TryGetValue(schema, out var known))
            return known;

        bases.Add(schema, 0);
        var count = 0;
        foreach (var part in Parts(schema, "allOf"))
        {
            var above = CountBases(part);
            if (above > 0 || part["discriminator"] is not null)
                count = Math.Max(count, above + 1);
        }
        return bases[schema] = count;
    }

    private IEnumerable<SpecMap> Parts(SpecMap schema, string key) => ((schema[key] as SpecList)?.Items ?? [])
        .Select(i => SpecReference.Follow(root, i))
        .OfType<SpecMap>();
}
