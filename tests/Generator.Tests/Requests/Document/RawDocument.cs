using System.Text;
using System.Text.Json;

namespace Kiln.Generator.Tests.Requests.Document;

/// <summary>
/// An OpenAPI document as its author wrote it, with the files that it refers to: JSON in which references are followed, and nothing is changed. It shares no code with the generator.
/// </summary>
/// <param name="path">The document's name.</param>
/// <param name="read">The text of a file, by its name.</param>
internal sealed class RawDocument(string path, Func<string, string> read)
{
    private readonly Dictionary<string, JsonElement> files = new(StringComparer.Ordinal);

    public RawNode Root => new(this, path, File(path));

    /// <summary>Where a reference in a file leads; <see langword="null"/> for nowhere.</summary>
    public RawNode? Resolve(string file, string reference)
    {
        var hash = reference.IndexOf('#');
        var target = hash < 0 ? reference : reference[..hash];
        if (Uri.IsWellFormedUriString(target, UriKind.Absolute))
            return Identified(file, target);
        if (target.Length > 0)
            file = Combine(file, target);

        var node = new RawNode(this, file, File(file));
        foreach (var token in hash < 0 ? [] : reference[(hash + 1)..].Split('/').Skip(1))
        {
            var key = Uri.UnescapeDataString(token).Replace("~1", "/").Replace("~0", "~");
            node = node.Followed();
            if (node.Json.ValueKind == JsonValueKind.Array && int.TryParse(key, out var index) && index < node.Json.GetArrayLength())
                node = node.With(node.Json[index]);
            else if (node.Json.ValueKind == JsonValueKind.Object && node.Json.TryGetProperty(key, out var value))
                node = node.With(value);
            else
                return null;
        }
        return node;
    }

    // OpenAPI 3.1.1, "Relative References in Schema Objects": by the identifier of a schema of the document.
    private RawNode? Identified(string file, string id) =>
        new RawNode(this, file, File(file))["components"]?["schemas"]?.Json.EnumerateObject().FirstOrDefault(s => s.Value.TryGetProperty("$id", out var own) && own.ValueEquals(id)) is { Value.ValueKind: JsonValueKind.Object } found
            ? new RawNode(this, file, found.Value)
            : null;

    private JsonElement File(string name)
    {
        if (files.TryGetValue(name, out var known))
            return known;
        var text = read(name);
        return files[name] = text.AsSpan().TrimStart('\uFEFF').TrimStart() is ['{', ..]
            ? JsonDocument.Parse(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')), new() { MaxDepth = 500 }).RootElement
            : YamlAsJson.Read(text);
    }

    private static string Combine(string file, string relative)
    {
        List<string> parts = [.. file.Split('/')[..^1]];
        foreach (var part in relative.Split('/'))
        {
            if (part == "..")
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".")
                parts.Add(part);
        }
        return string.Join('/', parts);
    }
}
