using System.Collections.Concurrent;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;
using NJsonSchema;
using NSwag;

namespace Kiln.Generator.Api;

/// <summary>
/// NSwag's own contracts, less what costs time for each schema and finds nothing: while reading, setting each of some forty properties that a schema
/// does not have to its default, which its constructor has done; while resolving references, looking for them where none can be.
/// </summary>
/// <param name="version">OpenAPI 2.0 or a later one: some properties have other names there.</param>
internal sealed class NswagContracts(SchemaType version) : IContractResolver
{
    private static readonly ReadingContracts ReadingSwagger = new(SchemaType.Swagger2);
    private static readonly ReadingContracts ReadingOpenApi = new(SchemaType.OpenApi3);
    private static readonly ConcurrentDictionary<Type, JsonContract> Resolving = new();

    private readonly ReadingContracts reading = version == SchemaType.Swagger2 ? ReadingSwagger : ReadingOpenApi;
    private bool isRead;

    /// <summary>To be called between the two.</summary>
    public void EndReading() => isRead = true;

    public JsonContract ResolveContract(Type type) => isRead ? Resolving.GetOrAdd(type, OnlyReferences) : reading.ResolveContract(type);

    // The same in all versions, for what a property is called does not matter here.
    private static JsonContract OnlyReferences(Type type)
    {
        if (ReadingOpenApi.ResolveContract(type) is not JsonObjectContract whole)
            return ReadingOpenApi.ResolveContract(type);

        var contract = new JsonObjectContract(type);
        foreach (var property in whole.Properties.Where(p => p.Readable && MayLeadToReference(p.PropertyType!)))
            contract.Properties.Add(property);
        return contract;
    }

    private static bool MayLeadToReference(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value.IsValueType || value == typeof(string))
            return false;
        return !value.IsGenericType || value.GetGenericArguments().Any(a => a.IsGenericParameter || a != typeof(string) && MayLeadToReference(a));
    }

    /// <summary>NSwag's properties with NSwag's names, with no defaults to be set.</summary>
    private sealed class ReadingContracts(SchemaType version) : DefaultContractResolver
    {
        private readonly IContractResolver nswag = OpenApiDocument.GetJsonSerializerContractResolver(version);

        protected override JsonObjectContract CreateObjectContract(Type objectType)
        {
            var contract = base.CreateObjectContract(objectType);
            if (nswag.ResolveContract(objectType) is not JsonObjectContract theirs)
                return contract;

            contract.Properties.Clear();
            foreach (var property in theirs.Properties)
                contract.Properties.Add(WithoutDefault(property));
            return contract;
        }

        private static JsonProperty WithoutDefault(JsonProperty property) => new()
        {
            PropertyName = property.PropertyName,
            UnderlyingName = property.UnderlyingName,
            DeclaringType = property.DeclaringType,
            PropertyType = property.PropertyType,
            AttributeProvider = property.AttributeProvider,
            ValueProvider = property.ValueProvider,
            Converter = property.Converter,
            ItemConverter = property.ItemConverter,
            Ignored = property.Ignored,
            Readable = property.Readable,
            Writable = property.Writable,
            HasMemberAttribute = property.HasMemberAttribute,
            Order = property.Order,
            NullValueHandling = property.NullValueHandling,
            ObjectCreationHandling = property.ObjectCreationHandling,
            ShouldDeserialize = property.ShouldDeserialize,
        };
    }
}
