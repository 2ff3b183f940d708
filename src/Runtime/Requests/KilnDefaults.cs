using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Serialization.Json;

namespace Kiln.Runtime.Requests;

/// <summary>What an emitted client sets up.</summary>
public static class KilnDefaults
{
    /// <summary>
    /// Puts <see cref="Utf8JsonParseNodeFactory"/> and Kiota's JSON writer into Kiota's default registries, each only if nothing is there for
    /// <c>application/json</c>. May be called at any time, from any thread, as often as one likes.
    /// </summary>
    public static void Register()
    {
        ApiClientBuilder.RegisterDefaultDeserializer<Utf8JsonParseNodeFactory>();
        ApiClientBuilder.RegisterDefaultSerializer<JsonSerializationWriterFactory>();
    }
}
