namespace Kiln.Tool.Observing.Traffic;

/// <summary>Reads a file that is the JSON body of a response.</summary>
internal static class BodyFile
{
    public static IEnumerable<TrafficItem> Read(Stream content, string file, BodyOrigin origin)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int count; (count = content.Read(buffer)) > 0; bytes.Write(buffer, 0, count))
        {
            if (bytes.Length + count > TrafficLimits.MaxEntry)
            {
                yield return new TrafficFault(new(file, 0, 1), TrafficLimits.TooLarge("file"));
                yield break;
            }
        }
        yield return new Exchange(new(file, 1, 1), "", "", origin.Status ?? 0)
        {
            Operation = origin.Operation,
            ResponseBody = new(null, bytes.GetBuffer().AsMemory(0, (int)bytes.Length)),
        };
    }
}
