using System.Globalization;
using System.Text;

namespace Kiln.Benchmarks.Data;

/// <summary>An answer in 100,000 pieces, as services for language models stream them: a word or a part of one each.</summary>
internal static class Chunks
{
    public const int Count = 100_000;

    public const string EndMarker = "[DONE]";

    private static readonly string[] Words = [" the", " process", " was", " started", " by", " a", " user", ",", " and", " its", " parent", " has", " ended", ".", "\\n", " \\\"", "net", "cat"];

    /// <summary>The pieces as JSON.</summary>
    public static IEnumerable<string> Json()
    {
        var random = new Random(20211214);
        for (var i = 0; i < Count; i++)
        {
            var delta = i == 0 ? "\"role\":\"assistant\",\"content\":\"\"" : i == Count - 1 ? "" : $"\"content\":\"{Words[random.Next(Words.Length)]}\"";
            var reason = i == Count - 1 ? "\"stop\"" : "null";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{{\"id\":\"chunk-9f2c1e7a4b\",\"object\":\"answer.chunk\",\"created\":{1732900000 + i / 40},\"model\":\"large-2024-11-20\",\"choices\":[{{\"index\":0,\"delta\":{{{delta}}},\"finish_reason\":{reason}}}]}}");
        }
    }

    /// <summary>The pieces as server-sent events.</summary>
    public static byte[] Events() => Encoding.UTF8.GetBytes(string.Concat(Json().Append(EndMarker).Select(json => $"data: {json}\n\n")));

    /// <summary>The pieces as lines.</summary>
    public static byte[] Lines() => Encoding.UTF8.GetBytes(string.Concat(Json().Select(json => json + "\n")));
}
