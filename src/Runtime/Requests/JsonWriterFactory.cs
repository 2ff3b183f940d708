using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace Kiln.Runtime.Requests;

/// <summary>
/// Kiota's JSON writer, created for the first value that is written with it: this runtime writes bodies itself, and Kiota's writer begins with the serializer of
/// System.Text.Json, for which every process would wait.
/// </summary>
internal sealed class JsonWriterFactory : ISerializationWriterFactory
{
    private readonly Lazy<JsonSerializationWriterFactory> factory = new();

    public string ValidContentType => "application/json";

    public ISerializationWriter GetSerializationWriter(string contentType) => factory.Value.GetSerializationWriter(contentType);
}
