using Kiln.Generator.Collections;

namespace Kiln.Generator.Api;

/// <summary>Makes one case of several that no JSON could tell apart and one C# type holds all the same.</summary>
/// <example>A date-time or a UUID is a text; an integer or a number is a number; some texts or any text are an enum, which keeps any text.</example>
internal static class ScalarCases
{
    public static List<UnionReader.Case> Merge(List<UnionReader.Case> cases)
    {
        cases = MergeTexts(cases);
        cases = MergeOpen(cases, JsonKind.Number, NumberOf);
        return MergeOpen(cases, JsonKind.Boolean, _ => new ScalarSchema("boolean", null));
    }

    private static List<UnionReader.Case> MergeTexts(List<UnionReader.Case> cases)
    {
        cases = MergeOpen(cases, JsonKind.Text, _ => new ScalarSchema("string", null));

        // Enums that have no name of their own are one.
        var enums = cases.Where(c => c.Use.Schema is EnumSchema { Carrier.Type: "string" }).ToList();
        if (enums.Count > 1)
        {
            var values = enums.SelectMany(c => ((EnumSchema)c.Use.Schema).Values.Items).GroupBy(v => v.Wire, StringComparer.Ordinal).Select(g => g.First()).ToEquatableArray();
            cases = Replace(cases, enums, new EnumSchema(values));
        }

        var texts = cases.Where(c => Is(c, JsonKind.Text)).ToList();
        var named = texts.Where(c => c.Shapes.All(s => s.Values is not null)).ToList();
        var free = texts.Where(c => c.Shapes.All(s => s.Values is null && s.Type is "string")).ToList();
        if (named.Count == 1 && free.Count == 1 && texts.Count == 2)
            return [.. cases.Where(c => c != free[0])];

        // Where one case takes any text, no value tells that it is of another: one case takes any text, and knows the values of all.
        var takesAny = texts.Count > 1 && texts.Exists(c => c.Shapes.Any(s => s.Values is null && s.Type is "string"));
        return takesAny ? Replace(cases, texts, AnyTextOr([.. texts.SelectMany(c => c.Shapes).SelectMany(s => s.Values ?? []).Distinct()])) : cases;
    }

    private static Schema AnyTextOr(IReadOnlyList<string> known) =>
        known.Count == 0 ? new ScalarSchema("string", null) : new EnumSchema(known.Select(v => new EnumValue(v, null, null)).ToEquatableArray());

    private static List<UnionReader.Case> MergeOpen(List<UnionReader.Case> cases, JsonKind kind, Func<IReadOnlyList<string>, ScalarSchema> merged)
    {
        var alike = cases.Where(c => Is(c, kind) && c.Shapes.All(s => s.Values is null)).ToList();
        return alike.Count > 1 ? Replace(cases, alike, merged([.. alike.SelectMany(c => c.Shapes).Select(s => s.Type)])) : cases;
    }

    private static bool Is(UnionReader.Case @case, JsonKind kind) => @case.Shapes.Count > 0 && @case.Shapes.All(s => s.Kind == kind);

    private static List<UnionReader.Case> Replace(List<UnionReader.Case> cases, List<UnionReader.Case> old, Schema schema)
    {
        var shapes = old.SelectMany(c => c.Shapes).ToList();
        // The values of all, or any value if one of them takes any.
        var values = shapes.All(s => s.Values is not null) ? shapes.SelectMany(s => s.Values!).Distinct().ToList() : null;
        var type = schema is ScalarSchema { Type: var name, Format: var format } ? (format is null ? name : $"{name} {format}") : "string";
        var merged = new UnionReader.Case(old[0].Pointer, new(schema, false), [shapes[0] with { Type = type, Values = values }]);
        return [.. cases.Select(c => c == old[0] ? merged : c).Where(c => !old.Contains(c))];
    }

    private static ScalarSchema NumberOf(IReadOnlyList<string> types) => types.Distinct().ToList() switch
    {
        [var same] => Scalar(same),
        var all when all.All(t => t.StartsWith("integer", StringComparison.Ordinal)) => new("integer", null),
        var all when all.Contains("number decimal") => new("number", "decimal"),
        _ => new("number", null),
    };

    private static ScalarSchema Scalar(string type) =>
        type.Split([' '], 2) is [var name, var format] ? new(name, format) : new(type, null);
}
