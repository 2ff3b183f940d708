using System.Buffers;
using System.Text.Json;

namespace Kiln.Tool.Observing.Traffic;

/// <summary>Reads JSON lines as the runtime's recorder writes them: one exchange in each.</summary>
internal static class JsonLinesReader
{
    public static IEnumerable<TrafficItem> Read(Stream stream, string file)
    {
        var number = 0;
        var entry = 0L;
        foreach (var line in Lines(stream))
        {
            number++;
            if (line is { } json && IsBlank(json.Span))
                continue;
            var place = new TrafficPlace(file, ++entry, number);
            yield return line is { } text ? Parse(text, place) : new TrafficFault(place, TrafficLimits.TooLarge("line"));
        }
    }

    private static TrafficItem Parse(ReadOnlyMemory<byte> json, TrafficPlace place)
    {
        try
        {
            using var document = JsonDocument.Parse(json, TrafficLimits.Json);
            return RecordedEntry.Read(document.RootElement, place);
        }
        catch (JsonException)
        {
            // The last line of an application that was ended is often cut.
            return new TrafficFault(place, "the line is not valid JSON");
        }
    }

    /// <summary>The lines, valid until the next is asked for; <see langword="null"/> for one that is too large.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>?> Lines(Stream stream)
    {
        var buffer = new byte[64 * 1024];
        var line = new ArrayBufferWriter<byte>();
        var isTooLarge = false;
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            for (var at = 0; at < count;)
            {
                var end = Array.IndexOf(buffer, (byte)'\n', at, count - at);
                var length = (end < 0 ? count : end) - at;
                isTooLarge |= line.WrittenCount + length > TrafficLimits.MaxEntry;
                if (!isTooLarge)
                    line.Write(buffer.AsSpan(at, length));
                at += length;
                if (end < 0)
                    continue;
                at++;
                yield return isTooLarge ? default(ReadOnlyMemory<byte>?) : line.WrittenMemory;
                line.ResetWrittenCount();
                isTooLarge = false;
            }
        }
        if (isTooLarge || line.WrittenCount > 0)
            yield return isTooLarge ? default(ReadOnlyMemory<byte>?) : line.WrittenMemory;
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.TrimStart(" \t\r"u8).IsEmpty;
}
