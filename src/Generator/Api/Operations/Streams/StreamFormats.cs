using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Api.Operations.Streams;

/// <summary>The media types whose bodies are sequences of items.</summary>
internal static class StreamFormats
{
    private static readonly HashSet<string> Lines = new(StringComparer.Ordinal)
    {
        "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonl", "application/jsonlines", "application/x-jsonlines", "application/json-lines",
        "application/x-json-stream", "application/stream+json", "text/x-ndjson", "text/ndjson", "text/jsonl",
    };

    /// <summary>The format of a media type; <see langword="null"/> for a body that is one value.</summary>
    public static ItemFormat? Of(string mediaType) => MediaTypes.NameOf(mediaType) switch
    {
        "text/event-stream" => ItemFormat.Events,
        "application/json-seq" => ItemFormat.Sequence,
        var name when name.EndsWith("+json-seq", StringComparison.Ordinal) => ItemFormat.Sequence,
        var name when Lines.Contains(name) => ItemFormat.Lines,
        var name when name.EndsWith("+jsonl", StringComparison.Ordinal) || name.EndsWith("+ndjson", StringComparison.Ordinal) => ItemFormat.Lines,
        _ => null,
    };

    /// <summary>The media type of a format, where a document says the format alone.</summary>
    public static string MediaTypeOf(ItemFormat format) => format switch
    {
        ItemFormat.Events => "text/event-stream",
        ItemFormat.Lines => "application/x-ndjson",
        ItemFormat.Sequence => "application/json-seq",
        _ => "application/json",
    };
}
