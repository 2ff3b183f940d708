using System.Text.Json;

namespace Kiln.Tool.Observing.Traffic;

/// <summary>What a file of traffic is.</summary>
internal enum TrafficForm
{
    /// <summary>A HAR file.</summary>
    Har,

    /// <summary>Lines of the runtime's recorder.</summary>
    Lines,

    /// <summary>One JSON body.</summary>
    Body,

    /// <summary>Not JSON.</summary>
    Other,
}

/// <summary>Recognizes what a file is, by its name and how it begins.</summary>
internal static class TrafficForms
{
    /// <param name="file">Its name.</param>
    /// <param name="start">Its first bytes, without a byte order mark.</param>
    public static TrafficForm Of(string file, ReadOnlySpan<byte> start)
    {
        var name = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file[..^3] : file;
        switch (Path.GetExtension(name).ToLowerInvariant())
        {
            case ".har":
                return TrafficForm.Har;
            case ".jsonl" or ".ndjson":
                return TrafficForm.Lines;
        }

        start = start.TrimStart(" \t\r\n"u8);
        if (start.IsEmpty || start[0] is not ((byte)'{' or (byte)'[' or (byte)'"' or (byte)'t' or (byte)'f' or (byte)'n' or (byte)'-' or (>= (byte)'0' and <= (byte)'9')))
            return TrafficForm.Other;
        if (start[0] != (byte)'{')
            return TrafficForm.Body;
        return HasLog(start) ? TrafficForm.Har : IsRecordedLine(start) ? TrafficForm.Lines : TrafficForm.Body;
    }

    private static bool HasLog(ReadOnlySpan<byte> start)
    {
        var reader = new Utf8JsonReader(start, isFinalBlock: false, state: default);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isLog = reader.ValueTextEquals("log"u8);
                if (!reader.Read())
                    return isLog;
                if (isLog)
                    return reader.TokenType == JsonTokenType.StartObject;
                if (!reader.TrySkip())
                    return false;
            }
        }
        catch (JsonException)
        {
            // What is not JSON is told when it is read.
        }
        return false;
    }

    private static bool IsRecordedLine(ReadOnlySpan<byte> start)
    {
        var end = start.IndexOf((byte)'\n');
        try
        {
            using var line = JsonDocument.Parse(start[..(end < 0 ? start.Length : end)].ToArray(), TrafficLimits.Json);
            return line.RootElement.Field("status") is { ValueKind: JsonValueKind.Number } && (line.RootElement.Field("url") ?? line.RootElement.Field("operation")) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
