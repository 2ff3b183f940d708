using System.Text.Json;
using System.Text.Json.Nodes;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Requests.Document;
using Kiln.Generator.Tests.RoundTrip;

namespace Kiln.Generator.Tests.Answers.Document;

/// <summary>What the schemas of responses say of values, whether those are the document's own examples or made.</summary>
/// <param name="root">The document in its normal form, which the check of schemas reads.</param>
internal sealed class AnswerSchemas(SpecMap root)
{
    /// <summary>The examples that a schema allows.</summary>
    public IEnumerable<RawNode> Valid(RawOperation operation, RawAnswer answer, AnswerContent content) =>
        content.Examples.Where(example => IsWithinLimits(example.Json) && !Contradictions(example.Json.GetRawText(), operation, answer, content).Any());

    /// <summary>Whether a value is one of several cases of a union at once, so that the document does not say which one it is.</summary>
    public bool IsAmbiguous(RawOperation operation, RawAnswer answer, AnswerContent content, JsonNode? value) =>
        value is not null && Contradictions(value.ToJsonString(), operation, answer, content).Any(c => c.Reason.StartsWith("several of", StringComparison.Ordinal));

    private IReadOnlyList<Contradiction> Contradictions(string json, RawOperation operation, RawAnswer answer, AnswerContent content) =>
        SchemaCheck.Of(root, Parse(json), SchemaPointer(operation, answer.Status, content.MediaType), isStrict: true);

    // Integers beyond 64 bits have no type in C#; the round trips of examples count them.
    private static bool IsWithinLimits(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => !JsonNumbers.IsInteger(value.GetRawText()) || value.TryGetInt64(out _),
        JsonValueKind.Array => value.EnumerateArray().All(IsWithinLimits),
        JsonValueKind.Object => value.EnumerateObject().All(p => IsWithinLimits(p.Value)),
        _ => true,
    };

    private static SpecNode Parse(string json) => ((SpecMap)SpecTreeReader.Read(new SpecText("value.json", $"{{\"value\":{json}}}"), [], CancellationToken.None)!)["value"]!;

    private string SchemaPointer(RawOperation operation, string status, string mediaType)
    {
        var pointer = string.Concat(PathOperations.KeysOf(operation.Method).Prepend(operation.Path).Prepend("paths").Append("responses").Append(status).Select(key => "/" + JsonPointer.Escape(key)));
        var response = SpecReferences.Follow(root, pointer);
        return JsonPointer.Find(root, response + "/schema") is null ? $"{response}/content/{JsonPointer.Escape(mediaType)}/schema" : response + "/schema";
    }
}
