using System.Text.Json;

namespace Kiln.Generator.Tests.Requests.Document;

/// <summary>A place in a document, which knows the file it is in, so that references can be followed.</summary>
internal readonly record struct RawNode(RawDocument Document, string File, JsonElement Json)
{
    private const int LongestChain = 50;

    public bool IsMap => Json.ValueKind == JsonValueKind.Object;

    public bool IsList => Json.ValueKind == JsonValueKind.Array;

    /// <summary>The text; <see langword="null"/> for anything but a string.</summary>
    public string? Text => Json.ValueKind == JsonValueKind.String ? Json.GetString() : null;

    public bool IsTrue => Json.ValueKind == JsonValueKind.True;

    /// <summary>The number; <see langword="null"/> for anything else.</summary>
    public double? Number => Json.ValueKind == JsonValueKind.Number ? Json.GetDouble() : null;

    /// <summary>What an object has under a key, with references followed; <see langword="null"/> for nothing.</summary>
    public RawNode? this[string key] => IsMap && Json.TryGetProperty(key, out var value) ? With(value).Followed() : null;

    /// <summary>The items of a list; none of anything else.</summary>
    public IEnumerable<RawNode> Items
    {
        get
        {
            var self = this;
            return IsList ? Json.EnumerateArray().Select(i => self.With(i).Followed()) : [];
        }
    }

    /// <summary>What an object has; nothing of anything else.</summary>
    public IEnumerable<(string Key, RawNode Value)> Entries
    {
        get
        {
            var self = this;
            return IsMap ? Json.EnumerateObject().Select(p => (p.Name, self.With(p.Value).Followed())) : [];
        }
    }

    /// <summary>The text under a key.</summary>
    public string? TextOf(string key) => this[key]?.Text;

    /// <summary>The strings of the list under a key, or the one string there.</summary>
    public IReadOnlyList<string> TextsOf(string key) => this[key] is { } node
        ? node.Text is { } one ? [one] : [.. node.Items.Select(i => i.Text).OfType<string>()]
        : [];

    public RawNode With(JsonElement json) => this with { Json = json };

    /// <summary>What is at the end of the references at this place, or this place.</summary>
    public RawNode Followed()
    {
        var node = this;
        for (var i = 0; i < LongestChain && node.IsMap && node.Json.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String; i++)
        {
            if (node.Document.Resolve(node.File, reference.GetString()!) is not { } target)
                break;
            node = target;
        }
        return node;
    }
}
