using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Models;
using Kiln.Generator.Shapes.Types.Unions;

namespace Kiln.Generator.Shapes.Types.Sharing;

/// <summary>
/// Finds the schemas without a name of their own, and which of them are one C# type: those that are declared in one place, however many schemas and operations
/// take it in, and those that are equal in all that decides the C# and are called the same.
/// </summary>
internal sealed class InlineTypes
{
    private readonly SchemaIdentities identities = new();
    private readonly Dictionary<Schema, InlineType> bySchema = new(ByReference<Schema>.Instance);
    private readonly Dictionary<string, InlineType> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<int, NamedSchema> components = [];
    private readonly HashSet<(InlineType, string)> places = [];
    private readonly List<(InlineType Type, Schema Schema, Owner Owner, UseLabel Label)> found = [];
    private readonly Owners owners;
    private readonly SpelledUnions oneTypes;
    private readonly bool isStructural;

    private InlineTypes(Owners owners, SpelledUnions oneTypes, bool isStructural) => (this.owners, this.oneTypes, this.isStructural) = (owners, oneTypes, isStructural);

    /// <summary>All types, in the order in which the document has them first.</summary>
    public IReadOnlyList<InlineType> All { get; private set; } = [];

    /// <summary>Finds the types of a document.</summary>
    /// <param name="api">The document.</param>
    /// <param name="nameOf">The name of a named schema.</param>
    /// <param name="owners">Where the owners are added.</param>
    /// <param name="oneTypes">The unions that are no types.</param>
    /// <param name="isStructural">Whether equal schemas in different places are one type.</param>
    public static InlineTypes Of(ApiModel api, Func<NamedSchema, string> nameOf, Owners owners, SpelledUnions oneTypes, bool isStructural)
    {
        var types = new InlineTypes(owners, oneTypes, isStructural);
        foreach (var schema in api.Schemas)
            types.AddNamed(schema, nameOf(schema));
        foreach (var operation in api.Operations)
            types.AddOperation(operation);
        foreach (var webhook in api.Webhooks)
            types.AddWebhook(webhook);
        if (api.WebhookEvent is { } @event)
            types.Add(@event, owners.Document, WebhookSchemas.Event);
        types.FindOwners();
        return types;
    }

    /// <summary>The type of a schema.</summary>
    public InlineType Of(Schema schema) => bySchema[schema];

    /// <summary>The type of a schema; <see langword="null"/> for one that has none of its own.</summary>
    public InlineType? Find(Schema schema) => bySchema.TryGetValue(schema, out var type) ? type : null;

    /// <summary>Whether two schemas are equal in all that decides the C#, whatever their titles.</summary>
    public bool AreAlike(Schema one, Schema other) => identities.Of(one) == identities.Of(other);

    /// <summary>The component that is the same union as an inline one; <see langword="null"/> if there is none.</summary>
    public NamedSchema? ComponentOf(UnionSchema union) => components.TryGetValue(identities.Of(union), out var component) ? component : null;

    private void AddNamed(NamedSchema schema, string name)
    {
        var owner = owners.Add(schema, name);
        switch (schema.Schema)
        {
            case ObjectSchema @object:
                AddParts(@object, owner);
                break;
            case UnionSchema union when !oneTypes.HasOneType(schema.Pointer):
                AddComponent(schema, union);
                AddCases(union, owner);
                break;
            default:
                Add(schema.Schema, owner, new("", UseKind.Part));
                break;
        }
    }

    // A union of strings and numbers alone is not what its name says wherever else it is.
    private void AddComponent(NamedSchema schema, UnionSchema union)
    {
        if (!isStructural || !union.Cases.Any(c => Refers(c.Schema)))
            return;
        var number = identities.Of(union);
        if (!components.TryGetValue(number, out var other) || IsBefore(schema.Name, other.Name))
            components[number] = schema;
    }

    private static bool IsBefore(string one, string other) => one.Length != other.Length ? one.Length < other.Length : string.CompareOrdinal(one, other) < 0;

    private static bool Refers(Schema schema) => schema switch
    {
        ReferenceSchema => true,
        ArraySchema array => Refers(array.Items),
        DictionarySchema map => Refers(map.Values),
        _ => false,
    };

    private void AddOperation(Operation operation)
    {
        var owner = owners.Add(operation);
        foreach (var (schema, label) in OperationSchemas.Of(operation))
            Add(schema, owner, label);
    }

    private void AddWebhook(Webhook webhook)
    {
        var owner = owners.Add(webhook);
        foreach (var (schema, label) in WebhookSchemas.Of(webhook))
            Add(schema, owner, label);
    }

    private void Add(Schema schema, Owner owner, UseLabel label)
    {
        switch (schema)
        {
            case ArraySchema array:
                Add(array.Items, owner, label.With("Item"));
                break;
            case TupleSchema tuple:
                for (var i = 0; i < tuple.Elements.Count; i++)
                    Add(tuple.Elements[i].Schema, owner, label.With($"Item{i + 1}"));
                break;
            case DictionarySchema map:
                Add(map.Values, owner, label.With("Value"));
                break;
            case UnionSchema union when oneTypes.HasOneType(union):
                foreach (var @case in union.Cases)
                    Add(@case.Schema, owner, label);
                break;
            case ObjectSchema or EnumSchema or UnionSchema:
                AddInline(schema, owner, label);
                break;
        }
    }

    private void AddInline(Schema schema, Owner owner, UseLabel label)
    {
        var pointer = schema.Origin.Pointer;
        // A property is called the same where it is a case of a union, as one that several alternatives declare is.
        if (string.IsNullOrEmpty(label.Word) && PropertyOf(pointer) is { } property)
            label = new(property, UseKind.Called);
        var isKnown = bySchema.TryGetValue(schema, out var type);
        if (!isKnown)
            bySchema.Add(schema, type = TypeOf(schema, owner, label));
        owners.AddComponentOf(pointer);
        if (pointer is null ? !isKnown : places.Add((type!, pointer)))
            found.Add((type!, schema, owner, label));
        if (isKnown)
            return;

        if (schema is ObjectSchema @object)
            AddParts(@object, type!);
        else if (schema is UnionSchema union)
            AddCases(union, type!);
        if (pointer is not null && schema is not EnumSchema)
            owners.Add(pointer, type!);
    }

    private static string? PropertyOf(string? pointer) =>
        pointer?.Split('/') is [.., "properties", var name] ? Identifiers.Pascal(name.Replace("~1", "/").Replace("~0", "~")) : null;

    private InlineType TypeOf(Schema schema, Owner owner, UseLabel label)
    {
        var number = identities.Of(schema);
        var chosen = Identifiers.Chosen(schema.NameOverride);
        var title = schema.Title is { } text ? WantedName.OfType(text).Plain : null;
        var key = $"{number} {KeyOf(schema, chosen, title, owner, label)}";
        if (!byKey.TryGetValue(key, out var type))
            byKey.Add(key, type = new() { Id = byKey.Count, Number = number, Schema = schema, Chosen = chosen });
        type.AddTitle(title);
        return type;
    }

    // What is equal is one type where it is called the same, a union whatever it is called: its name says what it is.
    private string KeyOf(Schema schema, string? chosen, string? title, Owner owner, UseLabel label) => schema switch
    {
        _ when chosen is not null => $"chosen {chosen}",
        _ when !isStructural => $"in {schema.Origin.Pointer ?? $"{bySchema.Count}"}",
        UnionSchema => "union",
        _ when title is not null => $"title {title}",
        _ when label.IsCalled => $"called {label.Word}",
        _ when owner is InlineType outer => $"part of {outer.Id} {label}",
        _ => $"in {schema.Origin.Pointer ?? $"{bySchema.Count}"}",
    };

    private void AddParts(ObjectSchema schema, Owner owner)
    {
        foreach (var property in schema.Properties)
            Add(ConstantFields.SchemaOf(property), owner, new(Identifiers.Pascal(property.WireName, property.NameOverride), UseKind.Called));
        if (schema.AdditionalProperties is { } extras)
            Add(extras.Values, owner, new("AdditionalProperty", UseKind.Part));
    }

    private void AddCases(UnionSchema union, Owner owner)
    {
        foreach (var @case in union.Cases)
            Add(@case.Schema, owner, new(UnionPlan.WordOf(@case), UseKind.Case));
    }

    // Only now all that can own something is known.
    private void FindOwners()
    {
        foreach (var (type, schema, owner, label) in found)
        {
            var pointer = schema.Origin.Pointer;
            type.Add(new(pointer, owners.Of(pointer, type.Number, owner), label), schema);
        }
        All = [.. byKey.Values];
    }
}
