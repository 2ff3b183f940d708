using System.Text;
using System.Text.Json;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Paging;

/// <summary>Finds single values of a JSON text.</summary>
internal static class JsonPlace
{
    /// <summary>The text of the value at a place: that of a string, and else the JSON as it stands there, so that a number of any length stays what it is.</summary>
    /// <returns>The text; null if there is no value, or JSON null.</returns>
    /// <exception cref="JsonException">The text is not JSON up to the value.</exception>
    public static string? Find(ReadOnlySpan<byte> json, JsonPointer place)
    {
        json = JsonText.SkipByteOrderMark(json);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Nesting.Deepest });
        if (!reader.Read())
            return null;
        foreach (var token in place.Tokens)
        {
            if (!Enter(ref reader, token))
                return null;
        }
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var start = (int)reader.TokenStartIndex;
        var isString = reader.TokenType == JsonTokenType.String;
        reader.Skip();
        var value = json[start..(int)reader.BytesConsumed];
        return isString ? WireJson.Read(WireType.String, value) : Encoding.UTF8.GetString(value);
    }

    private static bool Enter(ref Utf8JsonReader reader, string token)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = JsonUnicode.NameIs(reader, token);
            reader.Read();
            if (isIt)
                return true;
            reader.Skip();
        }
        return false;
    }
}
