using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Values;

/// <summary>Removes and reports a value that is not one of those that its key allows.</summary>
internal static class InvalidEnumValues
{
    private const string Types = "string number integer boolean array object null file";

    private static readonly (OpenApiObjectKind Kind, string Key, string[] Allowed)[] AllowedValues =
    [
        (OpenApiObjectKind.Schema, "type", Types.Split(' ')),
        (OpenApiObjectKind.Parameter, "type", Types.Split(' ')),
        (OpenApiObjectKind.Header, "type", Types.Split(' ')),
        (OpenApiObjectKind.Parameter, "style", ["simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject", "cookie"]),
        (OpenApiObjectKind.Header, "style", ["simple"]),
        (OpenApiObjectKind.Parameter, "collectionFormat", ["csv", "ssv", "tsv", "pipes", "multi"]),
        (OpenApiObjectKind.Header, "collectionFormat", ["csv", "ssv", "tsv", "pipes"]),
        (OpenApiObjectKind.SecurityScheme, "in", ["query", "header", "cookie"]),
        (OpenApiObjectKind.SecurityScheme, "flow", ["implicit", "password", "application", "accessCode"]),
        (OpenApiObjectKind.Document, "schemes", ["http", "https", "ws", "wss"]),
        (OpenApiObjectKind.Operation, "schemes", ["http", "https", "ws", "wss"]),
    ];

    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (node is not SpecMap map)
            return node;

        foreach (var row in AllowedValues)
        {
            if (row.Kind == kind && map.Entry(row.Key) is { } entry)
                map = RemoveInvalid(map, entry, row.Allowed, context);
        }
        return map;
    }

    private static SpecMap RemoveInvalid(SpecMap map, SpecEntry entry, string[] allowed, NormalizationContext context)
    {
        if (entry.Value is SpecList list)
        {
            var valid = list.Items.Where(item => IsAllowed(item, entry, allowed, context)).ToArray();
            return valid.Length == list.Items.Count ? map : map.With(entry.Key, new SpecList(list.Span, valid));
        }
        return IsAllowed(entry.Value, entry, allowed, context) ? map : map.Without(e => e.Key == entry.Key);
    }

    private static bool IsAllowed(SpecNode value, SpecEntry entry, string[] allowed, NormalizationContext context)
    {
        if (value.AsText() is { } text && !allowed.Contains(text))
        {
            context.Report(SpecRules.ValueNotAllowed, value.Location, entry.Key, string.Join(", ", allowed.Select(w => $"'{w}'")), text, context.Suggestions.Question(text, allowed));
            return false;
        }
        return true;
    }
}
