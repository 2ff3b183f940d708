using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Requests.Document;

namespace Kiln.Generator.Tests.Requests.Decoding;

/// <summary>
/// Reads parameters from names with values: a query, a form that is URL-encoded (WHATWG URL, section 5.1), or cookies. What a parameter was read from is taken out, so that what is
/// left was sent without being meant.
/// </summary>
internal sealed class PairDecoder
{
    private readonly List<(string Name, string Value)> pairs;

    /// <param name="pairs">The names, decoded, and the values as they were sent.</param>
    public PairDecoder(IEnumerable<(string Name, string Value)> pairs) => this.pairs = [.. pairs];

    /// <summary>What no parameter was read from.</summary>
    public IReadOnlyList<(string Name, string Value)> Left => pairs;

    /// <summary>The pairs of a query or of a form.</summary>
    public static PairDecoder OfQuery(string query) => new(
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.IndexOf('=') is >= 0 and var equals
            ? (PercentText.Decode(p[..equals], isForm: true), p[(equals + 1)..])
            : (PercentText.Decode(p, isForm: true), "")));

    /// <summary>The pairs of a header <c>Cookie</c> (RFC 6265, section 4.2).</summary>
    public static PairDecoder OfCookies(string? header) => new(
        (header ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => p.IndexOf('=') is >= 0 and var equals
            ? (PercentText.Decode(p[..equals]), p[(equals + 1)..])
            : (PercentText.Decode(p), "")));

    /// <summary>The value of a parameter; <see langword="null"/> if nothing was sent.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="how">Its style.</param>
    /// <param name="form">What is expected.</param>
    /// <param name="isOwn">Tells names that are properties of an object whose name is not sent.</param>
    /// <param name="decode">Decodes one item.</param>
    /// <param name="isRaw">Whether nothing is percent-encoded.</param>
    public JsonNode? Read(string name, Serialization how, Form form, Func<string, bool> isOwn, Func<string, string> decode, bool isRaw = false)
    {
        if (how.Style == "deepObject" && form != Form.Value)
            return Deep(name, decode);

        // The delimited styles have no form with explode but that of the style form.
        if (how.Explode && form == Form.List)
            return Take(p => p.Name == name) is { Count: > 0 } items ? new JsonArray([.. items.Select(i => (JsonNode?)decode(i.Value))]) : null;
        if (how.Explode && form == Form.Map)
            return Exploded(Take(p => isOwn(p.Name)), decode);
        return Take(p => p.Name == name) switch
        {
            [] => null,
            [var one] => StyleDecoder.Read(one.Value, name, how, form, decode, isRaw),
            var several => throw new FormatException($"\"{name}\" stands {several.Count} times."),
        };
    }

    private List<(string Name, string Value)> Take(Func<(string Name, string Value), bool> isWanted)
    {
        var taken = pairs.Where(isWanted).ToList();
        pairs.RemoveAll(p => isWanted(p));
        return taken;
    }

    // A property that is a list is repeated.
    private static JsonObject? Exploded(List<(string Name, string Value)> taken, Func<string, string> decode)
    {
        if (taken.Count == 0)
            return null;
        var map = new JsonObject();
        foreach (var group in taken.GroupBy(p => p.Name))
            map[group.Key] = group.Count() == 1 ? decode(group.Single().Value) : new JsonArray([.. group.Select(p => (JsonNode?)decode(p.Value))]);
        return map;
    }

    /// <summary>Reads <c>filter[name]=rex</c>; an object in it has brackets of its own, and a list is repeated, with a number or empty brackets or without.</summary>
    private JsonNode? Deep(string name, Func<string, string> decode)
    {
        var taken = Take(p => p.Name.StartsWith(name + "[", StringComparison.Ordinal));
        if (taken.Count == 0)
            return null;
        var root = new DeepNode();
        foreach (var (key, value) in taken)
            root.Add([.. key[(name.Length + 1)..].TrimEnd(']').Split("][")], decode(value));
        return root.ToJson();
    }

    private sealed class DeepNode
    {
        private readonly List<string> values = [];
        private readonly List<(string Key, DeepNode Node)> members = [];

        public void Add(ReadOnlySpan<string> path, string value)
        {
            if (path.Length == 0)
            {
                values.Add(value);
                return;
            }
            var key = path[0];
            var node = members.FirstOrDefault(m => m.Key == key).Node;
            if (node is null)
                members.Add((key, node = new()));
            node.Add(path[1..], value);
        }

        public JsonNode ToJson() => members.Count == 0
            ? values.Count == 1 ? values[0] : new JsonArray([.. values.Select(v => (JsonNode?)v)])
            : members is [("", var only)] && only.members.Count == 0 ? new JsonArray([.. only.values.Select(v => (JsonNode?)v)])
            : members.Select((m, i) => m.Key == i.ToString(System.Globalization.CultureInfo.InvariantCulture)).All(b => b) ? new JsonArray([.. members.Select(m => (JsonNode?)m.Node.ToJson())])
            : new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)m.Node.ToJson())));
    }
}
