namespace Kiln.Generator.Specs.Tree;

/// <summary>Reads nodes and creates changed copies.</summary>
internal static class SpecNodes
{
    /// <summary>The value of a string; <see langword="null"/> for any other node.</summary>
    public static string? AsText(this SpecNode? node) => node is SpecScalar { Kind: ScalarKind.String } scalar ? scalar.Text : null;

    /// <summary>The strings of a list; empty for any other node.</summary>
    public static IReadOnlyList<string> Texts(this SpecNode? node) => node is SpecList list ? [.. list.Items.Select(i => i.AsText()).OfType<string>()] : [];

    /// <summary>The characters of a scalar of any kind but null, where the document has a string; <see langword="null"/> for any other node.</summary>
    public static string? AsScalarText(this SpecNode? node) => node is SpecScalar { Kind: not ScalarKind.Null } scalar ? scalar.Source : null;

    /// <summary>The scalar as a string, with the characters that the document has: the version 1.10, the month 08.</summary>
    public static SpecScalar ToStringValue(this SpecScalar scalar) => scalar.Kind == ScalarKind.String ? scalar : Text(scalar.Span, scalar.Source);

    public static bool IsNull(this SpecNode? node) => node is SpecScalar { Kind: ScalarKind.Null };

    public static SpecScalar Text(SpecSpan span, string text) => new(span, ScalarKind.String, text);

    public static SpecScalar True(SpecSpan span) => new(span, ScalarKind.Boolean, "true");

    public static SpecMap EmptyMap(SpecSpan span) => new(span, []);

    public static SpecMap Without(this SpecMap map, Func<SpecEntry, bool> isUnwanted) =>
        map.WithValues(e => isUnwanted(e) ? null : e.Value);

    /// <summary>The map with the value of a key replaced, or with the key appended.</summary>
    public static SpecMap With(this SpecMap map, string key, SpecNode value) => map.Entry(key) is null
        ? new SpecMap(map.Span, [.. map.Entries, new SpecEntry(key, map.Span, value)])
        : new SpecMap(map.Span, map.Entries.Select(e => e.Key == key ? e.With(value) : e).ToArray());

    /// <summary>The map with each value replaced by the result of a function, and the key removed if that is <see langword="null"/>; the map itself if nothing changes.</summary>
    public static SpecMap WithValues(this SpecMap map, Func<SpecEntry, SpecNode?> change) => map.WithValues(change, static (entry, change) => change(entry));

    /// <summary>The same with a state for the function: a delegate for each map of a large document is a tenth of all garbage.</summary>
    public static SpecMap WithValues<TState>(this SpecMap map, TState state, Func<SpecEntry, TState, SpecNode?> change)
    {
        List<SpecEntry>? changed = null;
        var entries = map.Entries;
        var count = entries.Count;
        for (var i = 0; i < count; i++)
        {
            var entry = entries[i];
            var value = change(entry, state);
            if (changed is null && !ReferenceEquals(value, entry.Value))
                changed = [.. entries.Take(i)];
            if (value is not null)
                changed?.Add(ReferenceEquals(value, entry.Value) ? entry : entry.With(value));
        }
        return changed is null ? map : new SpecMap(map.Span, changed);
    }

    /// <summary>The list with each item replaced by the result of a function, and removed if that is <see langword="null"/>; the list itself if nothing changes.</summary>
    public static SpecList WithItems(this SpecList list, Func<SpecNode, SpecNode?> change) => list.WithItems(change, static (item, change) => change(item));

    /// <summary>The same with a state for the function.</summary>
    public static SpecList WithItems<TState>(this SpecList list, TState state, Func<SpecNode, TState, SpecNode?> change)
    {
        List<SpecNode>? changed = null;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var item = change(list.Items[i], state);
            if (changed is null && !ReferenceEquals(item, list.Items[i]))
                changed = [.. list.Items.Take(i)];
            if (item is not null)
                changed?.Add(item);
        }
        return changed is null ? list : new SpecList(list.Span, changed);
    }

    /// <summary>The map with entries appended to the nested map at some keys, which is created if it is missing.</summary>
    public static SpecMap WithEntries(this SpecMap map, string[] keys, IReadOnlyList<SpecEntry> entries)
    {
        if (keys.Length == 0)
            return new SpecMap(map.Span, [.. map.Entries, .. entries]);
        var inner = map[keys[0]] as SpecMap ?? EmptyMap(map.Span);
        return map.With(keys[0], inner.WithEntries([.. keys.Skip(1)], entries));
    }

    /// <summary>Describes a node in a message: "an array", "the number 3".</summary>
    public static string Describe(this SpecNode node) => node switch
    {
        SpecMap => "an object",
        SpecList => "an array",
        SpecScalar { Kind: ScalarKind.Null } => "null",
        SpecScalar { Kind: ScalarKind.String } scalar => $"the string '{Shorten(scalar.Text)}'",
        SpecScalar { Kind: ScalarKind.Number } scalar => $"the number {Shorten(scalar.Source)}",
        SpecScalar scalar => scalar.Text,
        _ => "nothing",
    };

    private static string Shorten(string text) => text.Length <= 40 ? text : text.Substring(0, 37) + "...";
}
