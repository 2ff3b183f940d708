using System.Text.Json.Nodes;

namespace Kiln.Generator.Tests.Changes.Scale;

/// <summary>A place in a document of JSON, by the keys that lead to it.</summary>
internal sealed record JsonPlace(JsonNode Root, IReadOnlyList<string> Keys)
{
    public JsonPlace At(params string[] keys) => this with { Keys = [.. Keys, .. keys] };

    public void Set(string json) => Set(JsonNode.Parse(json));

    public void Set(JsonNode? value)
    {
        if (Parent is JsonArray list)
            list[IndexOf(list)] = value;
        else
            Parent.AsObject()[Keys[^1]] = value;
    }

    public void Remove()
    {
        if (Parent is JsonArray list)
            list.RemoveAt(IndexOf(list));
        else
            Assert.True(Parent.AsObject().Remove(Keys[^1]), string.Join(" ", Keys));
    }

    /// <summary>Gives the key another name, at the same position.</summary>
    public void Rename(string name)
    {
        var map = Parent.AsObject();
        var index = map.IndexOf(Keys[^1]);
        var value = map[Keys[^1]];
        map.RemoveAt(index);
        map.Insert(index, name, value);
    }

    /// <summary>Adds an item to a list.</summary>
    public void Append(string json) => Node.AsArray().Add(JsonNode.Parse(json));

    /// <summary>Removes a text from a list.</summary>
    public void RemoveText(string text) => Assert.True(Node.AsArray().RemoveAll(i => (string?)i == text) == 1, text);

    private JsonNode Node => Find(Keys.Count);

    private JsonNode Parent => Find(Keys.Count - 1);

    private JsonNode Find(int count)
    {
        var node = Root;
        for (var i = 0; i < count; i++)
            node = Child(node, Keys[i]) ?? throw new InvalidOperationException($"Nothing at {string.Join(" ", Keys.Take(i + 1))}");
        return node;
    }

    private int IndexOf(JsonArray list) => list.IndexOf(Child(list, Keys[^1]));

    // A parameter is found by its name.
    private static JsonNode? Child(JsonNode node, string key) => node is JsonArray list
        ? list.FirstOrDefault(i => i is JsonObject map && (string?)map["name"] == key) ?? list[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]
        : node.AsObject()[key];
}
