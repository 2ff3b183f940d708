using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SentinelOne.ThreatEvents.Tests.Spec;

namespace SentinelOne.ThreatEvents.Tests.Support;

/// <summary>Bodies made of the recorded ones.</summary>
internal static class Bodies
{
    public const string Json = "application/json";
    public const string Html = "text/html; charset=utf-8";

    private static readonly JsonSerializerOptions AsItStands = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the vendor's answers to failed requests look like.</summary>
    public static string Error(long code, string title, string? detail) => new JsonObject
    {
        ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["detail"] = detail, ["title"] = title }),
    }.ToJsonString(AsItStands);

    /// <summary>The first recorded event with another value for a field, or without the field for null.</summary>
    /// <param name="field">A name on the wire, also one that the document does not have.</param>
    /// <param name="json">The value as JSON text.</param>
    public static string EventWith(string field, string? json)
    {
        var changed = ActionPage.ExampleEvents[0].DeepClone().AsObject();
        changed.Remove(field);
        if (json is not null)
            changed[field] = JsonNode.Parse(json);
        return changed.ToJsonString(AsItStands);
    }
}
