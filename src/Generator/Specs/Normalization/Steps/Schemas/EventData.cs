using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Schemas;

/// <summary>
/// Replaces the <c>data</c> of a server-sent event by its <c>contentSchema</c>: OpenAPI 3.2 ("Server-Sent Events") describes an event by <c>itemSchema</c> as an object
/// whose <c>data</c> is a string that contains JSON, and an SDK reads that JSON.
/// </summary>
internal static class EventData
{
    private const string EventStream = "text/event-stream";
    private const string ItemSchema = "itemSchema";
    private const string ContentSchema = "contentSchema";
    private static readonly string[] Parts = ["allOf", "oneOf", "anyOf"];

    public static SpecMap Apply(SpecMap root)
    {
        var data = new HashSet<SpecNode>();
        var seen = new HashSet<SpecNode>();
        SpecWalk.Visit(root, OpenApiObjectKind.Document, (map, kind) =>
        {
            if (kind != OpenApiObjectKind.Response || map["content"] is not SpecMap contents)
                return;
            foreach (var content in contents.Entries.Where(e => e.Key.StartsWith(EventStream, StringComparison.OrdinalIgnoreCase)))
                AddData((content.Value as SpecMap)?[ItemSchema]);
        });
        return data.Count == 0 ? root : (SpecMap)SpecRewriter.Rewrite(root, OpenApiObjectKind.Document, (node, _) => data.Contains(node) ? Replaced((SpecMap)node) : node)!;

        void AddData(SpecNode? schema)
        {
            if (schema is not SpecMap own || SpecReference.Follow(root, own) is not SpecMap map || !seen.Add(map))
                return;
            if ((map["properties"] as SpecMap)?["data"] is SpecMap property && property[ContentSchema] is SpecMap && IsJson(property["contentMediaType"].AsText()))
                data.Add(property);
            foreach (var part in Parts.SelectMany(key => (map[key] as SpecList)?.Items ?? []))
                AddData(part);
        }
    }

    private static bool IsJson(string? mediaType) => mediaType is null or "application/json" || mediaType.EndsWith("+json", StringComparison.Ordinal);

    // What is said of the property is said of the value.
    private static SpecMap Replaced(SpecMap property)
    {
        var content = (SpecMap)property[ContentSchema]!;
        return property["description"] is { } description && content["description"] is null && content[SpecReference.Key] is null ? content.With("description", description) : content;
    }
}
