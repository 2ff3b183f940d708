using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests;

/// <summary>Registers the serializers that emitted clients use.</summary>
public static class KilnDefaults
{
    /// <summary>
    /// Registers <see cref="Utf8JsonParseNodeFactory"/> and Kiota's JSON writer in Kiota's default registries, each only if none is registered for
    /// <c>application/json</c>. Thread-safe; further calls have no effect.
    /// </summary>
    public static void Register()
    {
        ApiClientBuilder.RegisterDefaultDeserializer<Utf8JsonParseNodeFactory>();
        ApiClientBuilder.RegisterDefaultSerializer<JsonWriterFactory>();
    }
}
