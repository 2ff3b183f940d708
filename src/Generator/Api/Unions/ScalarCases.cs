using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Unions;

/// <summary>Merges scalar cases that no JSON value distinguishes into one, if one C# type can hold them all.</summary>
/// <example>A date-time or a UUID is a string; an integer or a number is a number; some strings or any string are an enum, which keeps any string.</example>
internal static class ScalarCases
{
    public static List<UnionCandidate> Merge(List<UnionCandidate> cases)
    {
        cases = MergeStrings(cases);
        cases = MergeOpen(cases, JsonKind.Number, NumberOf);
        return MergeOpen(cases, JsonKind.Boolean, _ => new ScalarSchema("boolean", null));
    }

    private static List<UnionCandidate> MergeStrings(List<UnionCandidate> cases)
    {
        cases = MergeOpen(cases, JsonKind.String, _ => new ScalarSchema("string", null));

        // Enums that have no name of their own are one.
        var enums = cases.Where(c => c.Use.Schema is EnumSchema { UnderlyingType.Type: "string" }).ToList();
        if (enums.Count > 1)
        {
            var values = enums.SelectMany(c => ((EnumSchema)c.Use.Schema).Values.Items).GroupBy(v => v.Wire, StringComparer.Ordinal).Select(g => g.First()).ToEquatableArray();
            cases = Replace(cases, enums, new EnumSchema(values));
        }

        var strings = cases.Where(c => Is(c, JsonKind.String)).ToList();
        var named = strings.Where(c => c.Forms.All(s => s.Values is not null)).ToList();
        var free = strings.Where(c => c.Forms.All(s => s.Values is null && s.Type is "string")).ToList();
        if (named.Count == 1 && free.Count == 1 && strings.Count == 2)
            return [.. cases.Where(c => c != free[0])];

        // Where one case takes any string, no value is known to be of another: one case takes any string, and knows the values of all.
        var takesAny = strings.Count > 1 && strings.Exists(c => c.Forms.Any(s => s.Values is null && s.Type is "string"));
        return takesAny ? Replace(cases, strings, AnyStringOr([.. strings.SelectMany(c => c.Forms).SelectMany(s => s.Values ?? []).Distinct()])) : cases;
    }

    private static Schema AnyStringOr(IReadOnlyList<string> known) =>
        known.Count == 0 ? new ScalarSchema("string", null) : new EnumSchema(known.Select(v => new EnumValue(v, null, null)).ToEquatableArray());

    private static List<UnionCandidate> MergeOpen(List<UnionCandidate> cases, JsonKind kind, Func<IReadOnlyList<string>, ScalarSchema> merged)
    {
        var alike = cases.Where(c => Is(c, kind) && c.Forms.All(s => s.Values is null)).ToList();
        return alike.Count > 1 ? Replace(cases, alike, merged([.. alike.SelectMany(c => c.Forms).Select(s => s.Type)])) : cases;
    }

    private static bool Is(UnionCandidate @case, JsonKind kind) => @case.Forms.Count > 0 && @case.Forms.All(s => s.Kind == kind);

    private static List<UnionCandidate> Replace(List<UnionCandidate> cases, List<UnionCandidate> old, Schema schema)
    {
        var forms = old.SelectMany(c => c.Forms).ToList();
        // The values of all, or any value if one of them takes any.
        var values = forms.All(s => s.Values is not null) ? forms.SelectMany(s => s.Values!).Distinct().ToList() : null;
        var type = schema is ScalarSchema { Type: var name, Format: var format } ? (format is null ? name : $"{name} {format}") : "string";
        var merged = new UnionCandidate(old[0].Schema, new(schema, false), [forms[0] with { Type = type, Values = values }]);
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
