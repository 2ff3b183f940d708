using NJsonSchema;
using NSwag;
using Newtonsoft.Json.Serialization;

namespace Kiln.Generator.Api.Nswag;

/// <summary>
/// NSwag's own contracts while it reads, and none when it then walks through all properties of all objects twice in search of references, which takes most
/// of the time: <see cref="NswagReferences"/> knows where they are.
/// </summary>
internal sealed class NswagContracts : IContractResolver
{
    private static readonly JsonContract NoProperties = new JsonObjectContract(typeof(OpenApiDocument));

    private bool isRead;

    /// <summary>The contracts to read with.</summary>
    public IContractResolver Reading { get; } = OpenApiDocument.GetJsonSerializerContractResolver(SchemaType.OpenApi3);

    /// <summary>To be called before NSwag walks what it has read.</summary>
    public void EndReading() => isRead = true;

    public JsonContract ResolveContract(Type type) => isRead ? NoProperties : Reading.ResolveContract(type);
}
