using Kiln.Generator.Tests.Requests.Document;

namespace Kiln.Generator.Tests.Answers.Document;

/// <summary>Reads the responses of an operation of any version, 2.0 to 3.2.</summary>
internal static class RawAnswers
{
    public static IReadOnlyList<RawAnswer> Of(RawNode root, RawOperation operation)
    {
        var isSwagger = root.TextOf("swagger") is not null;
        return
        [
            .. from response in operation.Node["responses"]?.Entries ?? []
               where !response.Key.StartsWith("x-", StringComparison.Ordinal) && response.Value.IsMap
               select new RawAnswer(
                   response.Key,
                   isSwagger ? SwaggerContents(root, operation.Node, response.Value) : Contents(response.Value),
                   [.. (response.Value["headers"]?.Entries ?? []).Where(h => h.Value.IsMap).Select(h => Header(h.Key, h.Value, isSwagger))]),
        ];
    }

    private static IReadOnlyList<AnswerContent> Contents(RawNode response) =>
    [
        .. from content in response["content"]?.Entries ?? []
           let examples = content.Value["examples"]?.Entries.SelectMany(e => new[] { e.Value["value"], e.Value["dataValue"] }) ?? []
           select new AnswerContent(content.Key, content.Value["schema"], content.Value["itemSchema"], [.. examples.Append(content.Value["example"]).OfType<RawNode>()]),
    ];

    // OpenAPI 2.0, "Response Object": one schema for all media types that the operation produces.
    private static IReadOnlyList<AnswerContent> SwaggerContents(RawNode root, RawNode operation, RawNode response)
    {
        if (response["schema"] is not { } schema)
            return [];
        var produces = operation["produces"] is null ? root.TextsOf("produces") : operation.TextsOf("produces");
        return [.. (produces.Count > 0 ? produces : ["application/json"]).Select(p => new AnswerContent(p, schema, null, [.. new[] { response["examples"]?[p] }.OfType<RawNode>()]))];
    }

    // A header of 2.0 is its own schema.
    private static RawHeader Header(string name, RawNode node, bool isSwagger)
    {
        var (mediaType, content) = node["content"]?.Entries.FirstOrDefault() ?? default;
        return isSwagger ? new(name, node, false, false)
            : mediaType is not null ? new(name, content["schema"], BodyKinds.Of(mediaType) == BodyKind.Json, false)
            : new(name, node["schema"], false, node["explode"]?.IsTrue ?? false);
    }
}
