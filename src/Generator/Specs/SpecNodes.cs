namespace Kiln.Generator.Specs;

/// <summary>Short ways to look at nodes and to make changed copies.</summary>
internal static class SpecNodes
{
    /// <summary>A string's text; <see langword="null"/> for all else.</summary>
    public static string? AsText(this SpecNode? node) => node is SpecScalar { Kind: ScalarKind.String } scalar ? scalar.Text : null;

    public static bool IsNull(this SpecNode? node) => node is SpecScalar { Kind: ScalarKind.Null };

    public static SpecScalar Text(SpecSpan span, string text) => new(span, ScalarKind.String, text);

    public static SpecScalar True(SpecSpan span) => new(span, ScalarKind.Boolean, "true");

    public static SpecMap EmptyMap(SpecSpan span) => new(span, []);

    public static SpecMap Without(this SpecMap map, Func<SpecEntry, bool> isUnwanted) =>
        map.Entries.Any(isUnwanted) ? new SpecMap(map.Span, map.Entries.Where(e => !isUnwanted(e)).ToArray()) : map;

    /// <summary>The map with a key's value set: where the key stands, or at the end.</summary>
    public static SpecMap With(this SpecMap map, string key, SpecNode value) => map.Entry(key) is null
        ? new SpecMap(map.Span, [.. map.Entries, new SpecEntry(key, map.Span, value)])
        : new SpecMap(map.Span, map.Entries.Select(e => e.Key == key ? e.With(value) : e).ToArray());

    /// <summary>What a node is, for a message: "a list", "the number 3".</summary>
    public static string Describe(this SpecNode node) => node switch
    {
        SpecMap => "a map",
        SpecList => "a list",
        SpecScalar { Kind: ScalarKind.Null } => "null",
        SpecScalar { Kind: ScalarKind.String } scalar => $"the string '{Shorten(scalar.Text)}'",
        SpecScalar { Kind: ScalarKind.Number } scalar => $"the number {Shorten(scalar.Text)}",
        SpecScalar scalar => scalar.Text,
        _ => "nothing",
    };

    private static string Shorten(string text) => text.Length <= 40 ? text : text.Substring(0, 37) + "...";
}
