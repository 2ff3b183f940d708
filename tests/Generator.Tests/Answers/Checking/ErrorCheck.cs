using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Answers.Calling;
using Kiln.Generator.Tests.Answers.Document;
using Kiln.Generator.Tests.Answers.Making;
using Kiln.Generator.Tests.Requests;
using Kiln.Generator.Tests.Requests.Document;
using Kiln.Runtime.Responses;

namespace Kiln.Generator.Tests.Answers.Checking;

/// <summary>Compares the exception of an error with what was served.</summary>
internal static class ErrorCheck
{
    /// <summary>What differs.</summary>
    /// <param name="content">What the document says of the body; <see langword="null"/> for nothing.</param>
    /// <param name="served">The response.</param>
    /// <param name="outcome">What the method made of it.</param>
    /// <param name="isHead">Whether the response has no body whatever it says.</param>
    public static IEnumerable<string> Differences(AnswerContent? content, ServedAnswer served, Outcome outcome, bool isHead)
    {
        if (outcome.Exception is not ServiceException exception || exception is ResponseBodyException)
            return [outcome.Exception is { } other ? $"{other.GetType().Name}: {other.Message}" : "no exception"];
        var differences = new List<string>();
        if (exception.StatusCode != served.Status)
            differences.Add($"the status of the exception is {exception.StatusCode}");
        if (!exception.Headers.ContainsKey("X-Kiln-Served"))
            differences.Add("the exception has not all headers");
        if (served.Status is >= 300 and <= 399 and not 304 && exception.Location?.PathAndQuery != ServedAnswer.Elsewhere)
            differences.Add($"the location of the exception is {exception.Location}");
        if (isHead)
            return differences;
        if (!exception.BodyBytes.Span.SequenceEqual(served.Body.Bytes))
            differences.Add($"the exception has {exception.BodyBytes.Length} bytes");
        if (content is not null && served.Body.IsJson)
            differences.AddRange(Typed(content, served, outcome, exception));
        return differences;
    }

    private static IEnumerable<string> Typed(AnswerContent content, ServedAnswer served, Outcome outcome, ServiceException exception)
    {
        if (TypeOf(exception) is not { } type)
            return SaysNothing(content.Schema) ? [] : [$"{exception.GetType().Name} has no error of {Values.Quote(served.Body.Json)}"];
        if (type.GetProperty(nameof(ServiceException<string>.Error))!.GetValue(exception) is not { } error)
            return IsUnrecognizable(content.Schema, served.Body.Json) ? [] : [$"{exception.GetType().Name} has null for {Values.Quote(served.Body.Json)}"];
        var written = outcome.WriteError(type.GetGenericArguments()[0], served.Status, error);
        return written is null ? [$"nothing is written of {exception.GetType().Name}"]
            : !written.ContentType.Contains("json") ? written.Bytes.Span.SequenceEqual(served.Body.Bytes) ? [] : [$"the text of {exception.GetType().Name} differs from {Values.Quote(served.Body.Json)}"]
            : Values.Differences(served.Body.Json, JsonNode.Parse(written.Bytes.Span), isText: false).Select(d => d.Replace("was meant", "was served").Replace("was sent", "was read"));
    }

    private static Type? TypeOf(ServiceException exception)
    {
        for (var type = exception.GetType(); type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ServiceException<>))
                return type;
        }
        return null;
    }

    private static bool SaysNothing(RawNode? schema) => schema is not { IsMap: true } node
        || new[] { "properties", "items", "allOf", "oneOf", "anyOf", "additionalProperties", "enum" }.All(k => node[k] is not { Json.ValueKind: System.Text.Json.JsonValueKind.Object or System.Text.Json.JsonValueKind.Array })
            && node.TextsOf("type") is [] or ["object"];

    // An object without any of the properties that the document has: a proxy's own, for all that can be told.
    private static bool IsUnrecognizable(RawNode? schema, JsonNode? json) =>
        json is null || json is JsonObject map && (map.Count == 0 || Names(schema, 0).ToHashSet() is { Count: > 0 } names && !map.Any(m => names.Contains(m.Key)));

    private static IEnumerable<string> Names(RawNode? schema, int depth) => schema is not { IsMap: true } node || depth > 10
        ? []
        : (node["properties"]?.Entries ?? []).Select(e => e.Key).Concat(new[] { "allOf", "oneOf", "anyOf" }.SelectMany(k => node[k]?.Items ?? []).SelectMany(s => Names(s, depth + 1)));
}
