using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Operations.Streams;

/// <summary>
/// Decides what the items of server-sent events are. OpenAPI 3.2 ("Server-Sent Events") describes each event as an object with <c>data</c>, <c>event</c>, <c>id</c> and
/// <c>retry</c>; most documents, and all of older versions, describe what is in <c>data</c> alone.
/// </summary>
internal sealed class EventItems(ResolveSchema resolve)
{
    private const string DoneMarker = "[DONE]";
    private const int DeepestUnion = 8;
    private const string Data = "data";
    private const string Name = "event";

    private static readonly HashSet<string> EventFields = new(StringComparer.Ordinal) { "event", "data", "id", "retry" };

    // SseItem<T> of .NET, as ASP.NET Core documents it.
    private static readonly HashSet<string> SseItemProperties = new(StringComparer.Ordinal) { "data", "eventType", "eventId", "reconnectionInterval" };

    /// <summary>The items of a body of events.</summary>
    /// <param name="schema">Its <c>schema</c>; <see langword="null"/> for none, and for one that says nothing.</param>
    /// <param name="item">Its <c>itemSchema</c>, or the chosen schema of an item; the same.</param>
    public ItemSequence Of(SchemaUse? schema, SchemaUse? item)
    {
        if (item is { } each)
            return IsEvent(each.Schema, isItem: true) ? WholeEvent(each) : DataOf(each);
        if (schema is not { } use)
            return Text();
        return resolve(use.Schema) switch
        {
            ArraySchema array => Of(null, new SchemaUse(array.Items, array.ItemsAreNullable)),
            ObjectSchema @object when DataOfSseItem(@object) is { } data => DataOf(new(data.Schema, data.IsNullable)),
            _ when IsEvent(use.Schema, isItem: false) => WholeEvent(use),
            _ => DataOf(use),
        };
    }

    /// <summary>The items that are whole events.</summary>
    public ItemSequence WholeEvent(SchemaUse item)
    {
        var events = new List<ObjectSchema>();
        AddEvents(item.Schema, events);
        var texts = events.Where(e => IsText(e)).ToList();
        return new(ItemFormat.Events, item.Schema)
        {
            Envelope = events.Exists(e => Has(e, Data) && !IsText(e)) ? EventEnvelope.Json : EventEnvelope.Text,
            TextEvents = texts.Count == events.Count ? [] : texts.SelectMany(NamesOf).Distinct(StringComparer.Ordinal).ToEquatableArray(),
        };
    }

    private void AddEvents(Schema schema, List<ObjectSchema> events, int depth = 0)
    {
        if (resolve(schema) is ObjectSchema @object)
            events.Add(@object);
        else if (resolve(schema) is UnionSchema union && depth < DeepestUnion)
        {
            foreach (var @case in union.Cases)
                AddEvents(@case.Schema, events, depth + 1);
        }
    }

    private bool IsText(ObjectSchema @event) => @event.Properties.FirstOrDefault(p => p.WireName == Data) is { } data && resolve(data.Schema) switch
    {
        ScalarSchema { Type: "string" } => true,
        EnumSchema @enum => @enum.Values.All(v => v.IsString),
        _ => false,
    };

    // The name of an event that has none is "message".
    private IEnumerable<string> NamesOf(ObjectSchema @event) => @event.Properties.FirstOrDefault(p => p.WireName == Name) switch
    {
        null => [""],
        { Constant: { } only } => [only],
        { Schema: var schema } => resolve(schema) is EnumSchema @enum ? @enum.Values.Where(v => v.IsString).Select(v => v.Wire) : [],
    };

    /// <summary>The items that are the data of events: JSON, or text where the schema is a string.</summary>
    public ItemSequence DataOf(SchemaUse item) => resolve(item.Schema) switch
    {
        ScalarSchema { Type: "string" } => Text(),
        // No JSON is written so, and many services end their streams with it.
        _ => new(ItemFormat.Events, item.Schema, item.IsNullable) { EndMarkers = [DoneMarker] },
    };

    /// <summary>The same with the end marker that services have whose streams are asked for by a flag.</summary>
    public static ItemSequence WithEnd(ItemSequence items) => items is { Format: ItemFormat.Events, Envelope: EventEnvelope.None, EndMarkers.Count: 0 } ? items with { EndMarkers = [DoneMarker] } : items;

    private static ItemSequence Text() => new(ItemFormat.Events, new ScalarSchema("string", null));

    // Without itemSchema only what has both is certainly no data: data of {id, data} is common. A union that contains itself has an end here.
    private bool IsEvent(Schema schema, bool isItem, int depth = 0) => resolve(schema) switch
    {
        ObjectSchema @object => @object.Properties.All(p => EventFields.Contains(p.WireName))
            && (isItem ? Has(@object, Data) || Has(@object, Name) : Has(@object, Data) && Has(@object, Name)),
        UnionSchema union => depth < DeepestUnion && union.Cases.All(c => IsEvent(c.Schema, isItem, depth + 1)),
        _ => false,
    };

    private static bool Has(ObjectSchema schema, string name) => schema.Properties.Any(p => p.WireName == name);

    private static Property? DataOfSseItem(ObjectSchema schema) =>
        Has(schema, "eventType") && schema.Properties.All(p => SseItemProperties.Contains(p.WireName)) ? schema.Properties.FirstOrDefault(p => p.WireName == Data) : null;
}
