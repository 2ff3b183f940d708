using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;

namespace Kiln.Generator.Specs.Normalization;

/// <summary>Leaves out a value that is none of those which its key allows.</summary>
internal static class UnknownWords
{
    private const string Types = "string number integer boolean array object null file";

    private static readonly (SpecKind Kind, string Key, string[] Words)[] Rows =
    [
        (SpecKind.Schema, "type", Types.Split(' ')),
        (SpecKind.Parameter, "type", Types.Split(' ')),
        (SpecKind.Header, "type", Types.Split(' ')),
        (SpecKind.Parameter, "style", ["simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject"]),
        (SpecKind.Header, "style", ["simple"]),
        (SpecKind.Parameter, "collectionFormat", ["csv", "ssv", "tsv", "pipes", "multi"]),
        (SpecKind.Header, "collectionFormat", ["csv", "ssv", "tsv", "pipes"]),
        (SpecKind.SecurityScheme, "in", ["query", "header", "cookie"]),
        (SpecKind.SecurityScheme, "flow", ["implicit", "password", "application", "accessCode"]),
        (SpecKind.Document, "schemes", ["http", "https", "ws", "wss"]),
        (SpecKind.Operation, "schemes", ["http", "https", "ws", "wss"]),
    ];

    public static SpecNode Apply(SpecNode node, SpecKind kind, NormalizationContext context)
    {
        if (node is not SpecMap map)
            return node;

        foreach (var row in Rows)
        {
            if (row.Kind == kind && map.Entry(row.Key) is { } entry)
                map = Keep(map, entry, row.Words, context);
        }
        return map;
    }

    private static SpecMap Keep(SpecMap map, SpecEntry entry, string[] words, NormalizationContext context)
    {
        if (entry.Value is SpecList list)
        {
            var known = list.Items.Where(item => IsKnown(item, entry, words, context)).ToArray();
            return known.Length == list.Items.Count ? map : map.With(entry.Key, new SpecList(list.Span, known));
        }
        return IsKnown(entry.Value, entry, words, context) ? map : map.Without(e => e.Key == entry.Key);
    }

    private static bool IsKnown(SpecNode value, SpecEntry entry, string[] words, NormalizationContext context)
    {
        if (value.AsText() is { } text && !words.Contains(text))
        {
            context.Tell(SpecRules.ValueNotAllowed, value.Place, entry.Key, string.Join(", ", words.Select(w => $"'{w}'")), text);
            return false;
        }
        return true;
    }
}
