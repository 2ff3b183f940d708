using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Types.Unions;

/// <summary>
/// The unions of a document that have no name of their own, and where they are: equal ones become one class, whose name must not depend on which of them the
/// document has first.
/// </summary>
internal sealed class InlineUnions
{
    private readonly Dictionary<UnionSchema, Uses> uses = new(new ByCases());
    private readonly Dictionary<UnionSchema, NamedSchema> components = new(new ByCases());

    public InlineUnions(ApiModel api)
    {
        var schemas = api.Schemas.ToDictionary(s => s.Pointer, StringComparer.Ordinal);
        foreach (var schema in api.Schemas)
            AddNamed(schema, schemas);
        foreach (var operation in api.Operations)
        {
            var contents = operation.Responses.SelectMany(r => r.Contents).Concat(operation.Body?.Contents ?? []).Select(c => c.Schema);
            var values = operation.Parameters.Select(p => p.Schema).Concat(operation.Responses.SelectMany(r => r.Headers).Select(h => h.Schema));
            foreach (var schema in contents.OfType<Schema>().Concat(values))
                Add(schema, context: null);
        }
    }

    /// <summary>A schema with a name that is the same union; <see langword="null"/> if there is none.</summary>
    public NamedSchema? ComponentOf(UnionSchema union) => components.TryGetValue(union, out var schema) ? schema : null;

    /// <summary>Whether it is in several places.</summary>
    public bool IsShared(UnionSchema union) => uses.TryGetValue(union, out var found) && found.Count > 1;

    /// <summary>Of the names that its places would give it the first by the alphabet; <see langword="null"/> if no named schema has it.</summary>
    public string? FirstContext(UnionSchema union) => uses.TryGetValue(union, out var found) ? found.FirstContext : null;

    private void AddNamed(NamedSchema schema, Dictionary<string, NamedSchema> schemas)
    {
        var name = WantedName.OfType(schema.Name, schema.Schema.NameOverride).Plain;
        switch (schema.Schema)
        {
            case UnionSchema union:
                // A union of strings and numbers alone is not what its name says wherever else it is.
                if (union.Cases.Any(c => Refers(c.Schema)) && !(components.TryGetValue(union, out var other) && IsBefore(other.Name, schema.Name)))
                    components[union] = schema;
                foreach (var @case in union.Cases)
                    Add(@case.Schema, name);
                break;
            case ObjectSchema @object:
                var above = @object.Inheritance?.Base is { } pointer && schemas.TryGetValue(pointer, out var named) ? named.Schema as ObjectSchema : null;
                AddObject(@object, name, above);
                break;
            default:
                Add(schema.Schema, name);
                break;
        }
    }

    private void Add(Schema schema, string? context)
    {
        switch (schema)
        {
            case ArraySchema array:
                Add(array.Items, With(context, "Item"));
                break;
            case TupleSchema tuple:
                for (var i = 0; i < tuple.Elements.Count; i++)
                    Add(tuple.Elements[i].Schema, With(context, $"Item{i + 1}"));
                break;
            case DictionarySchema map:
                Add(map.Values, With(context, "Value"));
                break;
            case ObjectSchema @object:
                AddObject(@object, context, above: null);
                break;
            case UnionSchema union:
                if (!uses.TryGetValue(union, out var found))
                    uses.Add(union, found = new());
                found.Add(context);
                foreach (var @case in union.Cases)
                    Add(@case.Schema, context);
                break;
        }
    }

    private void AddObject(ObjectSchema schema, string? context, ObjectSchema? above)
    {
        foreach (var property in schema.Properties)
        {
            if (above is null || above.Properties.All(p => p.WireName != property.WireName))
                Add(property.Schema, With(context, Identifiers.Pascal(property.WireName, property.NameOverride)));
        }
        if (schema.AdditionalProperties is { } extras)
            Add(extras.Values, With(context, "AdditionalProperty"));
    }

    private static string? With(string? context, string name) => context is null ? null : context + name;

    private static bool IsBefore(string one, string other) => one.Length != other.Length ? one.Length < other.Length : string.CompareOrdinal(one, other) < 0;

    private static bool Refers(Schema schema) => schema switch
    {
        ReferenceSchema => true,
        ArraySchema array => Refers(array.Items),
        DictionarySchema map => Refers(map.Values),
        _ => false,
    };

    /// <summary>How often a union is used without a name.</summary>
    private sealed class Uses
    {
        public int Count { get; private set; }

        public string? FirstContext { get; private set; }

        public void Add(string? context)
        {
            Count++;
            if (context is not null && (FirstContext is null || string.CompareOrdinal(context, FirstContext) < 0))
                FirstContext = context;
        }
    }

    /// <summary>Compares whole unions, with a hash that does not go through all that they hold.</summary>
    internal sealed class ByCases : IEqualityComparer<UnionSchema>
    {
        public bool Equals(UnionSchema? one, UnionSchema? other) => one is not null && other is not null && one.Describes(other);

        public int GetHashCode(UnionSchema union) => (union.Cases.Count, union.Discriminator, (union.Cases[0].Schema as ReferenceSchema)?.Pointer).GetHashCode();
    }
}
