using System.Text.Json;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Paging;

/// <summary>Finds the list of items in a page that is still arriving, by its JSON pointer.</summary>
internal sealed class ItemsLocator(IReadOnlyList<string> pointer, int maxDepth)
{
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = maxDepth });
    private int depth;
    private int matched;

    /// <summary>Goes on through the page.</summary>
    /// <param name="json">What has come since the last call, and what that did not consume.</param>
    /// <param name="consumed">How much of it need not be shown again.</param>
    /// <returns>Whether the items begin behind the consumed bytes.</returns>
    /// <exception cref="JsonException">This is not JSON.</exception>
    public bool Find(ReadOnlySpan<byte> json, out int consumed)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, state);
        var isFound = false;
        while (!isFound && reader.Read())
            isFound = Take(ref reader);

        consumed = (int)reader.BytesConsumed;
        state = reader.CurrentState;
        return isFound;
    }

    // The way is matched as far as each object on it was entered by the pointer's next name.
    private bool Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                if (matched >= depth - 1)
                    matched = depth <= pointer.Count && JsonUnicode.NameIs(reader, pointer[depth - 1]) ? depth : depth - 1;
                return false;
            case JsonTokenType.StartArray when depth == pointer.Count && matched == depth:
                return true;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                depth++;
                return false;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                depth--;
                matched = Math.Min(matched, depth - 1);
                return false;
            default:
                return false;
        }
    }
}
