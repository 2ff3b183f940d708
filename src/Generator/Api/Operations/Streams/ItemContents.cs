using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations.Streams;

/// <summary>Finds the bodies of responses that are sequences of items, by their media type and what the document says there.</summary>
internal sealed class ItemContents(DocumentNodes document, ReadSchema read, ResolveSchema resolve, StreamExtension extensions, List<DiagnosticInfo> diagnostics)
{
    // What may stand in a schema that says nothing of its values.
    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal) { "title", "description", "example", "examples", "default", "deprecated", "nullable", "readOnly", "externalDocs" };

    private readonly EventItems events = new(resolve);

    /// <summary>The content, or what is read of it item by item. An array is there as a whole as well.</summary>
    /// <param name="content">The body in one media type.</param>
    /// <param name="node">Its media type in the document; <see langword="null"/> if that has none.</param>
    /// <param name="response">What the document says of the response.</param>
    public IEnumerable<Content> Of(Content content, PointedNode? node, string? response)
    {
        if (extensions.Read(node) is { } description)
            return Described(content, node, description);
        var item = ItemOf(node);
        if (StreamFormats.Of(content.MediaType) is { } format)
            return [content with { Items = format == ItemFormat.Events ? EventsOf(content, node, item) : Items(format, ValueOf(content, item)) }];
        if (MediaTypes.KindOf(content.MediaType) == BodyKind.Json)
            return item is { } element ? WithArray(content, Items(ItemFormat.Array, element)) : [WithResults(content, node, response)];
        if (node?["itemSchema"] is { } unused)
            diagnostics.Add(new(ApiRules.UnreflectedKeyword, unused.Location, "itemSchema"));
        return [content];
    }

    /// <summary>What a description makes of a content.</summary>
    public IEnumerable<Content> Described(Content content, PointedNode? node, StreamDescription description)
    {
        if (description.IsOff)
            return [content];
        var item = description.Item ?? ItemOf(node);
        var format = description.Format ?? StreamFormats.Of(content.MediaType) ?? (item is not null && description.Item is null ? ItemFormat.Array : ItemFormat.Lines);
        var items = format == ItemFormat.Events ? EventsOf(content, node, item) : Values(format, content, item, description);
        if (format == ItemFormat.Events && description.IsWholeEvent is { } whole && (item ?? Use(content)) is { } use)
            items = whole ? events.WholeEvent(use) : events.DataOf(use);
        items = description.AppliedTo(items);
        return format == ItemFormat.Array ? WithArray(content, items) : [content with { Items = items }];
    }

    // The item of a result stands in a property of what the schema describes.
    private ItemSequence Values(ItemFormat format, Content content, SchemaUse? item, StreamDescription description)
    {
        var value = ValueOf(content, item);
        if (description.Item is null && description.Result is { } result && resolve(value.Schema) is ObjectSchema @object && @object.Properties.FirstOrDefault(p => p.WireName == result) is { } property)
            value = new(property.Schema, property.IsNullable);
        return Items(format, value);
    }

    private static ItemSequence Items(ItemFormat format, SchemaUse item) => new(format, item.Schema, item.IsNullable);

    private SchemaUse? ItemOf(PointedNode? node) => node?.Child("itemSchema") is { } each ? Read(document.Schema(each)) : null;

    private SchemaUse Read(SchemaNode schema) => read(schema) is var use && use.IsNullable && resolve(use.Schema) is AnySchema ? use with { IsNullable = false } : use;

    private ItemSequence EventsOf(Content content, PointedNode? node, SchemaUse? item) =>
        events.Of(Says(node?["schema"]) ? Use(content) : null, Says(node?["itemSchema"]) || item is not null && node?["itemSchema"] is null ? item : null);

    private static SchemaUse? Use(Content content) => content.Schema is { } schema ? new(schema, content.IsNullable) : null;

    private static bool Says(SpecNode? schema) => schema is SpecMap map && map.Entries.Any(e => !Annotations.Contains(e.Key) && !e.Key.StartsWith("x-", StringComparison.Ordinal));

    // In versions without itemSchema, what has a schema has that of one value or of all of them. A text is all of them: it says no more than that the body is none in JSON.
    private SchemaUse ValueOf(Content content, SchemaUse? item) => item ?? (content.Schema is null ? null : resolve(content.Schema)) switch
    {
        null or ScalarSchema { Type: "string" } => new(new AnySchema(), false),
        ArraySchema array => new SchemaUse(array.Items, array.ItemsAreNullable),
        _ => new SchemaUse(content.Schema!, content.IsNullable),
    };

    private static IEnumerable<Content> WithArray(Content content, ItemSequence items) =>
    [
        content with { Schema = content.Schema ?? new ArraySchema(items.Schema, items.IsNullable) },
        new(content.MediaType, null) { Items = items },
    ];

    private Content WithResults(Content content, PointedNode? node, string? response)
    {
        if (node?.Child("schema") is not { } schema || GatewayResults.Of(document.Schema(schema), response) is not { } gateway)
            return content;
        var item = Read(gateway.Item);
        return content with { Items = Items(ItemFormat.Lines, item) with { ResultProperty = gateway.Result, ErrorProperty = gateway.Error } };
    }
}
