using System.Globalization;
using System.Text.Json;

namespace Kiln.Runtime.Paging;

/// <summary>A place in any JSON text (RFC 6901).</summary>
internal sealed class JsonPointer
{
    private readonly string text;
    private readonly string[] tokens;

    /// <summary>The names that it leads through.</summary>
    public IReadOnlyList<string> Tokens => tokens;

    public JsonPointer(string text)
    {
        if (text.Length > 0 && text[0] != '/')
            throw new ArgumentException("A JSON pointer is empty or begins with a slash.", nameof(text));
        this.text = text;
        tokens = text.Split('/').Skip(1).Select(t => t.Replace("~1", "/").Replace("~0", "~")).ToArray();
    }

    /// <summary>Whether it leads through a place, or to it.</summary>
    /// <param name="path">The names that lead to the place; null for an item of a list.</param>
    public bool BeginsWith(ReadOnlySpan<string?> path)
    {
        if (path.Length > tokens.Length)
            return false;
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] != tokens[i])
                return false;
        }
        return true;
    }

    /// <summary>The value there; false if the text has no such place.</summary>
    public bool TryFind(JsonElement root, out JsonElement found)
    {
        found = root;
        foreach (var token in tokens)
        {
            var goesOn = found.ValueKind switch
            {
                JsonValueKind.Object => found.TryGetProperty(token, out found),
                JsonValueKind.Array => TryGetItem(found, token, out found),
                _ => false,
            };
            if (!goesOn)
                return false;
        }
        return true;
    }

    public override string ToString() => text;

    private static bool TryGetItem(JsonElement list, string token, out JsonElement item)
    {
        var isThere = int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.GetArrayLength();
        item = isThere ? list[index] : default;
        return isThere;
    }
}
