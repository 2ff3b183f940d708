using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Answers.Document;
using Kiln.Generator.Tests.Answers.Making;
using Kiln.Generator.Tests.Requests.Document;
using Kiln.Generator.Tests.Requests.Making;

namespace Kiln.Generator.Tests.Changes.Proof.Wire;

/// <summary>The responses that a document allows for an operation, and other values, made from its schemas.</summary>
internal sealed class ServedResponses(string text)
{
    private const int Seed = 17;
    private const int PerContent = 3;
    private const int PerExtent = 6;

    private readonly RawNode root = new RawDocument(text.AsSpan().TrimStart().StartsWith("{") ? "spec.json" : "spec.yaml", _ => text).Root;

    /// <summary>
    /// Values of the schema at a pointer, and of each object the same with null for one of its properties, and with each value that distinguishes the types of a union; none if the document has no
    /// schema there.
    /// </summary>
    public IEnumerable<string> ValuesAt(string pointer)
    {
        if (root.Document.Resolve(root.File, "#" + string.Join('/', pointer.Split('/').Select(Uri.EscapeDataString))) is not { IsMap: true } node)
            yield break;
        var schema = node.Followed();
        var random = new Random(Seed);
        foreach (var extent in new[] { Extent.All, Extent.Required, Extent.Some })
        {
            var maker = new ValueMaker(random, isAnswer: true) { Extent = extent };
            for (var i = 0; i < PerExtent; i++)
            {
                foreach (var value in Variants(schema, maker.Make(schema, TextRules.Json)))
                    yield return AnswerMaker.TextOf(value);
            }
        }
    }

    private static IEnumerable<JsonNode> Variants(RawNode schema, JsonNode? value)
    {
        if (value is null)
            yield break;
        yield return value;
        if (value is not JsonObject map)
            yield break;
        foreach (var name in map.Select(p => p.Key))
            yield return With(map, name, null);
        if (schema["discriminator"] is { } discriminator && discriminator.TextOf("propertyName") is { } property)
        {
            foreach (var (key, _) in discriminator["mapping"]?.Entries ?? [])
                yield return With(map, property, key);
        }
    }

    private static JsonObject With(JsonObject map, string name, JsonNode? value)
    {
        var copy = map.DeepClone().AsObject();
        copy[name] = value;
        return copy;
    }

    /// <summary>The responses of an operation; none if the document does not have it.</summary>
    public IEnumerable<ServedResponse> Of(string method, string path)
    {
        if (RawOperations.Of(root).FirstOrDefault(o => o.Method == method && o.Path.TrimStart('/') == path.TrimStart('/')) is not { } operation)
            yield break;

        // The same values for both documents, as far as their schemas are the same.
        var maker = new AnswerMaker(new Random(Seed));
        var documented = RawAnswers.Of(root, operation);
        var statuses = new Statuses(documented);
        foreach (var answer in documented)
        {
            foreach (var status in statuses.Of(answer))
            {
                var headers = answer.Headers.Where(ServedAnswer.IsServed).Select(h => (h, Value: maker.Make(h))).Where(h => h.Value is not null).Select(h => (h.h.Name, AnswerMaker.Write(h.h, h.Value!))).ToList();
                if (answer.Contents.Count == 0 || !Statuses.HasBody(status))
                    yield return new(status, "", [], headers);
                else
                {
                    foreach (var content in answer.Contents)
                    {
                        foreach (var body in maker.Make(content, [], PerContent))
                            yield return new(status, body.ContentType, body.Bytes, headers);
                    }
                }
            }
        }
    }
}
