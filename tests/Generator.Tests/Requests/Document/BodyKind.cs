namespace Kiln.Generator.Tests.Requests.Document;

/// <summary>What a body is, by its media type alone; an operation that has several is expected to send the first of these by the method without a suffix.</summary>
internal enum BodyKind
{
    Json,
    JsonPatch,
    Multipart,
    Form,
    Text,
    Xml,
    Lines,
    Binary,
}

internal static class BodyKinds
{
    private static readonly string[] PatchMembers = ["op", "path", "from", "value"];

    /// <summary>The kind of a body of the document. What says no type is JSON unless its schema says that it is bytes, and a patch with fields of its own is JSON like any other.</summary>
    public static BodyKind Of(RawContent content) => Of(content.MediaType) switch
    {
        // Bytes are sent as they are, whatever the media type is.
        BodyKind.Json or BodyKind.Text when IsBytes(content.Schema) => BodyKind.Binary,
        BodyKind.JsonPatch when !IsPatch(content.Schema) => BodyKind.Json,
        BodyKind.Binary when content.MediaType is "*/*" or "application/*" && !IsBytes(content.Schema) => BodyKind.Json,
        var kind => kind,
    };

    private static bool IsPatch(RawNode? schema) => schema is not { } node
        || node["properties"] is null && new[] { "allOf", "oneOf", "anyOf" }.All(k => node[k] is null)
            && (node["items"]?["properties"]?.Entries ?? []).All(p => PatchMembers.Contains(p.Key));

    private static bool IsBytes(RawNode? schema) => schema is { } node && node.TextOf("type") == "string" && node.TextOf("format") == "binary";

    public static BodyKind Of(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "application/json-patch+json" => BodyKind.JsonPatch,
        "application/x-www-form-urlencoded" => BodyKind.Form,
        "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/x-jsonl" or "application/jsonlines" or "application/json-lines" or "application/json-seq" => BodyKind.Lines,
        "application/yaml" or "application/x-yaml" => BodyKind.Text,
        var type when type.StartsWith("multipart/", StringComparison.Ordinal) => BodyKind.Multipart,
        var type when type.EndsWith("/json", StringComparison.Ordinal) || type.EndsWith("+json", StringComparison.Ordinal) => BodyKind.Json,
        var type when type.EndsWith("/xml", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal) => BodyKind.Xml,
        var type when type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("+yaml", StringComparison.Ordinal) => BodyKind.Text,
        _ => BodyKind.Binary,
    };
}
