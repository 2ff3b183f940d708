using Kiln.Generator.Specs.Grammar;

namespace Kiln.Generator.Specs.Normalization;

/// <summary>
/// In extensions and unknown keys a <c>$ref</c> is data, but NSwag takes what looks like a schema there for one and fails
/// when its reference leads nowhere. Such a key is renamed to <c>x-kiln-ref</c>.
/// </summary>
internal static class ExtensionReferences
{
    public const string Key = "x-kiln-ref";

    // NSwag keeps these as they are.
    private static readonly string[] Examples = ["example", "examples", "default", "enum", "const", "value"];

    public static SpecNode Apply(SpecNode node, SpecKind kind, NormalizationContext context)
    {
        if (node is not SpecMap map)
            return node;

        var isChanged = false;
        var entries = new List<SpecEntry>(map.Entries.Count);
        foreach (var entry in map.Entries)
        {
            var isExtension = entry.Value is not SpecScalar && SpecGrammar.Of(kind, entry.Key).Shape == SlotShape.Any && !Examples.Contains(entry.Key);
            var value = isExtension ? Rename(entry.Value, context) : entry.Value;
            isChanged |= !ReferenceEquals(value, entry.Value);
            entries.Add(ReferenceEquals(value, entry.Value) ? entry : entry.With(value));
        }
        return isChanged ? new SpecMap(map.Span, entries) : map;
    }

    private static SpecNode Rename(SpecNode node, NormalizationContext context)
    {
        if (node is SpecList list)
        {
            var items = list.Items.Select(i => Rename(i, context)).ToArray();
            return items.SequenceEqual(list.Items) ? list : new SpecList(list.Span, items);
        }
        if (node is not SpecMap map)
            return node;

        var entries = map.Entries.Select(e => Rename(e, context)).ToArray();
        return entries.SequenceEqual(map.Entries) ? map : new SpecMap(map.Span, entries);
    }

    private static SpecEntry Rename(SpecEntry entry, NormalizationContext context)
    {
        if (entry.Key == SpecReference.Key)
        {
            var leadsSomewhere = entry.Value.AsText() is { } reference && SpecReference.Find(context.Root, reference) is SpecMap;
            return leadsSomewhere ? entry : new SpecEntry(Key, entry.KeySpan, entry.Value);
        }
        var value = Rename(entry.Value, context);
        return ReferenceEquals(value, entry.Value) ? entry : entry.With(value);
    }
}
