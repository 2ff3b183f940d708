using System.Text.Json.Nodes;

namespace Kiln.Generator.Tests.Requests.Decoding;

/// <summary>What kind of value a parameter has, which the schema says; where it allows several, the one that was meant.</summary>
internal enum Form
{
    Value,
    List,
    Map,
}

internal static class Forms
{
    public static Form Of(JsonNode? value) => value switch
    {
        JsonArray => Form.List,
        JsonObject => Form.Map,
        _ => Form.Value,
    };
}
