using System.Text.Json;
using System.Text.Unicode;

namespace Kiln.Runtime.Wire;

/// <summary>
/// Finds strings that no C# string can stand for. A JSON parser looks only for the closing quote, so without this check a value that
/// is kept raw would fail much later, in the caller's hands.
/// </summary>
internal static class UnicodeCheck
{
    /// <summary>The byte at which the first such string starts, or -1. The text must be well-formed JSON.</summary>
    public static long FirstBadString(ReadOnlySpan<byte> json, int maxDepth)
    {
        if (json.IndexOf("\\u"u8) < 0 && Utf8.IsValid(json))
            return -1;

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
                continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return reader.TokenStartIndex;
            }
        }
        return -1;
    }
}
