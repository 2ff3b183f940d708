using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;
using NJsonSchema;
using NSwag;

namespace Kiln.Generator.Api.Nswag;

/// <summary>
/// NSwag's own contracts, less what takes most of the time and finds nothing: while reading, setting each of some forty properties that a schema does
/// not have to the default that its constructor has set already; then two walks through all properties of all objects in search of references, of
/// which <see cref="NswagReferences"/> knows the places.
/// </summary>
/// <param name="tokens">The document, which NSwag would read from text only.</param>
internal sealed class NswagContracts(JsonReader tokens) : IContractResolver
{
    private static readonly ReadingContracts Shared = new();
    private static readonly JsonContract NoProperties = new JsonObjectContract(typeof(OpenApiDocument));

    private bool isBegun;
    private bool isRead;

    /// <summary>The contracts to read with.</summary>
    public IContractResolver Reading => Shared;

    /// <summary>To be called before NSwag walks what it has read.</summary>
    public void EndReading() => isRead = true;

    public JsonContract ResolveContract(Type type)
    {
        if (isRead)
            return NoProperties;
        var contract = Reading.ResolveContract(type);
        if (isBegun)
            return contract;

        // The first to be asked for is that of the document.
        isBegun = true;
        return new JsonObjectContract(type) { Converter = new OtherReader(tokens, contract.Converter!) };
    }

    /// <summary>Reads from another reader than the one that is given.</summary>
    private sealed class OtherReader(JsonReader other, JsonConverter converter) : JsonConverter
    {
        public override bool CanWrite => false;

        public override bool CanConvert(Type objectType) => true;

        public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
        {
            reader.Skip();
            other.Read();
            return converter.ReadJson(other, objectType, existingValue, serializer);
        }

        public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
    }

    /// <summary>NSwag's properties under the names that they have in OpenAPI 3, with no defaults to be set.</summary>
    private sealed class ReadingContracts : DefaultContractResolver
    {
        private readonly IContractResolver nswag = OpenApiDocument.GetJsonSerializerContractResolver(SchemaType.OpenApi3);

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
