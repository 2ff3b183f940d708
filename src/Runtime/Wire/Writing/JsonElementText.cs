using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>
/// Asks a <see cref="JsonElement"/> what it throws <see cref="InvalidOperationException"/> for where the text holds an unpaired surrogate.
/// </summary>
internal static class JsonElementText
{
    /// <summary>The element's JSON in UTF-8.</summary>
    public static ReadOnlySpan<byte> Raw(JsonElement element) =>
#if NET9_0_OR_GREATER
        JsonMarshal.GetRawUtf8Value(element);
#else
        Encoding.UTF8.GetBytes(element.GetRawText());
#endif

    /// <summary>Whether a string in the element, or a name, holds what no C# string may.</summary>
    public static bool IsInvalid(JsonElement element) =>
        element.ValueKind is JsonValueKind.String or JsonValueKind.Array or JsonValueKind.Object && JsonUnicode.FirstInvalid(Raw(element)) >= 0;

    /// <summary>The text of a string, with U+FFFD in place of an unpaired surrogate.</summary>
    public static string GetString(JsonElement text) => JsonUnicode.Decode(Raw(text)[1..^1], keepsEscapes: false, out _);

    /// <summary>The element as Kiota's own code can read it: with U+FFFD in place of unpaired surrogates.</summary>
    public static JsonElement Clean(JsonElement element) => IsInvalid(element) ? Parse(JsonUnicode.Clean(Raw(element))) : element;

    /// <summary>Parses JSON that this runtime has written, and so may be nested as deeply as it writes.</summary>
    public static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Nesting.Deepest });
        return JsonElement.ParseValue(ref reader);
    }
}
