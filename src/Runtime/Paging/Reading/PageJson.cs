using System.Text;
using System.Text.Json.Nodes;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Paging;

/// <summary>Writes the smallest JSON that has some values at their places.</summary>
internal static class PageJson
{
    public static WrittenBody Write(params ReadOnlySpan<(JsonPointer Place, JsonNode? Value)> parts)
    {
        var root = new JsonObject();
        foreach (var (place, value) in parts)
        {
            // A page that is its list has room for nothing else.
            if (place.Tokens.Count == 0)
                return Body(value!);
            var parent = root;
            foreach (var token in place.Tokens.SkipLast(1))
                parent = (parent[token] ??= new JsonObject()).AsObject();
            parent[place.Tokens[^1]] = value;
        }
        return Body(root);
    }

    public static JsonArray List<T>(WireType<T> type, IEnumerable<T> items) =>
        new([.. items.Select(item => JsonNode.Parse(WireJson.Write(type, item)))]);

    private static WrittenBody Body(JsonNode json) => WrittenBody.Json(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
