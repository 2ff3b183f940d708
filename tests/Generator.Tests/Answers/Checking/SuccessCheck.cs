using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Answers.Calling;
using Kiln.Generator.Tests.Answers.Document;
using Kiln.Generator.Tests.Answers.Making;
using Kiln.Generator.Tests.Requests;
using Kiln.Runtime.Responses;

namespace Kiln.Generator.Tests.Answers.Checking;

/// <summary>Compares what a method made of a success with what was served.</summary>
internal static class SuccessCheck
{
    /// <summary>What differs.</summary>
    /// <param name="method">The method.</param>
    /// <param name="content">What the document says of the body; <see langword="null"/> for nothing.</param>
    /// <param name="served">The response.</param>
    /// <param name="outcome">What the method made of it.</param>
    public static IEnumerable<string> Differences(AnswerMethod method, AnswerContent? content, ServedAnswer served, Outcome outcome)
    {
        if (outcome.Exception is { } exception)
            return [$"{exception.GetType().Name}: {exception.Message}"];
        var status = outcome.Status is { } told && told != served.Status ? new[] { $"the status is {told}" } : [];
        return status.Concat(outcome.Items is { } items ? ItemCheck.Differences(method, served, items, outcome) : Body(method, content, served, outcome));
    }

    private static IEnumerable<string> Body(AnswerMethod method, AnswerContent? content, ServedAnswer served, Outcome outcome)
    {
        // The headers are all that HEAD gets.
        if (outcome.Headers is not null && ReferenceEquals(outcome.Headers, outcome.Value))
            return [];
        var value = outcome.Value;
        if (value is IStatusResult result)
        {
            if (result.StatusCode != served.Status)
                return [$"the status of the result is {result.StatusCode}"];
            List<object?> bodies = [.. value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != nameof(IStatusResult.StatusCode)).Select(p => p.GetValue(value)).Where(b => b is not null)];
            if (bodies.Count != (served.Body.Bytes.Length == 0 || served.Body is { IsJson: true, Json: null } ? 0 : 1))
                return [$"the result has {bodies.Count} bodies"];
            if (bodies is [ResponseStream or byte[]])
                value = bodies[0];
        }
        return value switch
        {
            ResponseStream stream => OfStream(stream, served),
            NoContent => served.Body.Bytes.Length == 0 ? [] : [$"the body is not read: {Shown(served)}"],
            null => served.Body.Bytes.Length == 0 || served.Body is { IsJson: true, Json: null } ? [] : [$"null was read of {Shown(served)}"],
            byte[] bytes when !served.Body.IsJson => bytes.AsSpan().SequenceEqual(served.Body.Bytes) ? [] : [$"{bytes.Length} other bytes were read of {Shown(served)}"],
            JsonElement when content?.Schema?["properties"] is { } => ["the body has no type"],
            _ => Written(method, served, outcome),
        };
    }

    private static IEnumerable<string> OfStream(ResponseStream stream, ServedAnswer served)
    {
        using (stream)
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            if (!bytes.ToArray().AsSpan().SequenceEqual(served.Body.Bytes))
                return [$"the stream has {bytes.Length} bytes of {Shown(served)}"];
            if (stream.StatusCode != served.Status)
                return [$"the status of the stream is {stream.StatusCode}"];
            if (served.Body.ContentType.Length > 0 && stream.ContentType != served.Body.ContentType)
                return [$"the content type of the stream is {stream.ContentType}"];
            return served.Status is >= 300 and <= 399 and not 304 && stream.Location?.PathAndQuery != ServedAnswer.Elsewhere ? [$"the location is {stream.Location}"] : [];
        }
    }

    private static IEnumerable<string> Written(AnswerMethod method, ServedAnswer served, Outcome outcome)
    {
        var written = outcome.Write(method.Value);
        if (served.Body.Bytes.Length == 0)
            return written is null || written.Bytes.IsEmpty ? [] : [$"{Encoding.UTF8.GetString(written.Bytes.Span)} was read of an empty body"];
        if (written is null)
            return [$"nothing is written of what was read of {Shown(served)}"];
        if (served.Body.IsJson && written.ContentType.EndsWith("json", StringComparison.Ordinal))
            return Values.Differences(served.Body.Json, JsonNode.Parse(written.Bytes.Span), isText: false).Select(d => d.Replace("was meant", "was served").Replace("was sent", "was read"));
        // A text in JSON may be read as the text that it is.
        var text = written.ContentType.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(written.Bytes.Span)?.ToString() : Encoding.UTF8.GetString(written.Bytes.Span);
        return text == served.Body.Text ? [] : [$"{text} was read of {Shown(served)}"];
    }

    private static string Shown(ServedAnswer served) => Values.Quote(JsonValue.Create(served.Body.Text));
}
