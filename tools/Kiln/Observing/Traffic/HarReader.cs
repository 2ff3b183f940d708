using System.Text.Json;

namespace Kiln.Tool.Observing.Traffic;

/// <summary>Reads a HAR file, one entry at a time, in memory that does not depend on its length.</summary>
internal static class HarReader
{
    public static IEnumerable<TrafficItem> Read(Stream stream, string file)
    {
        var scanner = new HarScanner(stream, TrafficLimits.MaxEntry);
        var number = 0L;
        foreach (var element in scanner.Elements())
        {
            var place = new TrafficPlace(file, ++number, element.Line);
            yield return element.Json is { } json ? Parse(json, place) : new TrafficFault(place, TrafficLimits.TooLarge("entry"));
        }
        if (scanner.Fault is { } fault)
            yield return new TrafficFault(new(file, scanner.FoundEntries ? number + 1 : 0, scanner.Line), fault);
        else if (!scanner.FoundEntries)
            yield return new TrafficFault(new(file, 0, 1), "the file is not a HAR file: it has no array log.entries");
    }

    private static TrafficItem Parse(ReadOnlyMemory<byte> json, TrafficPlace place)
    {
        try
        {
            using var document = JsonDocument.Parse(json, TrafficLimits.Json);
            return HarEntry.Read(document.RootElement, place);
        }
        catch (JsonException)
        {
            return new TrafficFault(place, "the entry is not valid JSON");
        }
    }
}
