using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SentinelOne.ThreatEvents.Tests.Spec;

/// <summary>
/// Reads YAML as the JSON that it stands for. YamlDotNet gives every scalar as text, so the types are decided here:
/// a quoted or block scalar is a string, a plain one is what the YAML 1.2 core schema (section 10.3) says.
/// </summary>
internal static partial class YamlJson
{
    public static JsonNode? Read(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return ToJson(Assert.Single(stream.Documents).RootNode);
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(KeyOf(c.Key), ToJson(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => PlainToJson(scalar.Value!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidDataException($"{node.NodeType} at {node.Start} has no JSON form."),
    };

    /// <summary>JSON has text keys only: a key such as <c>404</c> has to be quoted to be one for every reader.</summary>
    private static string KeyOf(YamlNode key)
    {
        if (key is YamlScalarNode scalar && ToJson(scalar) is JsonValue text && text.GetValueKind() == JsonValueKind.String)
            return text.GetValue<string>();
        throw new InvalidDataException($"The key {key} at {key.Start} is not text: quote it.");
    }

    private static JsonNode? PlainToJson(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ when Integer().IsMatch(text) => JsonValue.Create(long.Parse(text, CultureInfo.InvariantCulture)),
        _ when OtherNumber().IsMatch(text) => JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text),
    };

    [GeneratedRegex("^[-+]?[0-9]+$")]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex OtherNumber();
}
