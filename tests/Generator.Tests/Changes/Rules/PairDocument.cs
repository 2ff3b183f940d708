using System.Collections.Concurrent;
using Kiln.Tests.Forms;
using YamlDotNet.RepresentationModel;

namespace Kiln.Generator.Tests.Changes.Rules;

/// <summary>What a document of a pair looks like around the slot.</summary>
/// <param name="Slot">The template.</param>
/// <param name="OpenApi">The version of OpenAPI.</param>
internal sealed record PairForm(string Slot, string OpenApi);

/// <summary>Makes a document of a pair: a template with the content of a row in its slot.</summary>
/// <remarks>
/// In a template, the scalar <c>$content</c> is replaced by the content, and the keys of the content are put into a map that has <c>$content</c> as a key,
/// where they replace those that are there.
/// </remarks>
internal static class PairDocument
{
    private const string Slot = "$content";

    private const string Animals = """
        Cat: { type: object, required: [kind, sort], properties: { kind: { type: string }, sort: { type: string }, lives: { type: integer } } }
        Dog: { type: object, required: [kind, sort], properties: { kind: { type: string }, sort: { type: string }, tricks: { type: array, items: { type: string } } } }
        """;

    private static readonly ConcurrentDictionary<string, string> Templates = new(StringComparer.Ordinal);

    public static string Of(PairForm form, YamlNode content)
    {
        var root = (YamlMappingNode)Load(Templates.GetOrAdd(form.Slot, ReadTemplate));
        root.Children["openapi"] = new YamlScalarNode(form.OpenApi);
        Fill(root, content);
        if (Write(root).Contains("schemas/Cat"))
            Put(Map(Map(root, "components"), "schemas"), (YamlMappingNode)Load(Animals));
        return Write(root);
    }

    private static string ReadTemplate(string slot) => File.ReadAllText(Checkout.PathOf("tests", "Generator.Tests", "Changes", "Rules", "Templates", $"{slot}.yaml"));

    private static void Fill(YamlNode node, YamlNode content)
    {
        if (node is YamlSequenceNode list)
        {
            foreach (var item in list.Children)
                Fill(item, content);
        }
        if (node is not YamlMappingNode map)
            return;

        if (map.Children.Remove(Slot))
        {
            Put(map, (YamlMappingNode)content);
            return;
        }
        foreach (var (key, value) in map.Children.ToArray())
        {
            if (value is YamlScalarNode { Value: Slot })
                map.Children[key] = content;
            else
                Fill(value, content);
        }
    }

    /// <summary>Puts keys into a map. Null takes a key away.</summary>
    private static void Put(YamlMappingNode map, YamlMappingNode content)
    {
        foreach (var (key, value) in content.Children)
        {
            map.Children.Remove(key);
            if (value is not YamlScalarNode { Value: "null" })
                map.Children.Add(key, value);
        }
    }

    private static YamlMappingNode Map(YamlMappingNode map, string key)
    {
        if (!map.Children.TryGetValue(key, out var value))
            map.Children[key] = value = new YamlMappingNode();
        return (YamlMappingNode)value;
    }

    private static YamlNode Load(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents[0].RootNode;
    }

    private static string Write(YamlNode root)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(root)).Save(writer, assignAnchors: false);
        var text = writer.ToString();
        return text.EndsWith("...\n", StringComparison.Ordinal) ? text[..^4] : text;
    }
}
