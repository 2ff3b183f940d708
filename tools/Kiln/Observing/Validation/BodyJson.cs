using System.Text.Json;
using Kiln.Generator.Api.Model;

namespace Kiln.Tool.Observing.Validation;

/// <summary>Reads bodies as JSON.</summary>
internal static class BodyJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };

    /// <summary>Whether a body of a media type is one value of JSON; a body of an unknown one is tried.</summary>
    public static bool IsJson(string? mediaType) => mediaType is null || (MediaTypes.KindOf(mediaType) == BodyKind.Json && !mediaType.Contains('*', StringComparison.Ordinal));

    /// <summary>The JSON; <see langword="null"/> if it is none.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes.Span is [0xef, 0xbb, 0xbf, ..] ? bytes[3..] : bytes, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
