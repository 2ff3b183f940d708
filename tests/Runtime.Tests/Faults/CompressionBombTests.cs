using System.IO.Compression;
using System.Text;
using Kiln.Runtime.Tests.Faults.Server;
using Kiln.Runtime.Tests.Faults.Table;

namespace Kiln.Runtime.Tests.Faults;

/// <summary>The bombs are sound compressed data, and not refused because they are corrupt.</summary>
public sealed class CompressionBombTests
{
    private const int Megabytes = 20;

    public static TheoryData<string> Encodings => [.. CompressionBomb.Encodings];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_bomb_is_far_smaller_than_what_it_becomes(string encoding)
    {
        foreach (var (first, repeated) in new[] { ("", "\0"), ("{\"data\":[{}", ",{}"), ("{\"data\":", "[") })
        {
            var sent = new MemoryStream();
            foreach (var part in CompressionBomb.Of(encoding, first, repeated, Megabytes * 1024 * 1024))
            {
                var (bytes, times) = part is Part.Repeated again ? (again.Content, again.Times) : (((Part.Bytes)part).Content, 1);
                for (; times > 0; times--)
                    sent.Write(bytes.Span);
            }
            sent.Position = 0;
            using Stream stream = encoding switch
            {
                "gzip" => new GZipStream(sent, CompressionMode.Decompress),
                "deflate" => new ZLibStream(sent, CompressionMode.Decompress),
                _ => new BrotliStream(sent, CompressionMode.Decompress),
            };
            var text = new byte[(Megabytes - 4) * 1024 * 1024];
            stream.ReadExactly(text);

            Assert.Equal(first, Encoding.ASCII.GetString(text, 0, first.Length));
            Assert.Equal(-1, text.AsSpan(first.Length).IndexOfAnyExcept(Encoding.ASCII.GetBytes(repeated)));
            Assert.Equal(text.Length - first.Length - repeated.Length, text.AsSpan(first.Length + repeated.Length).CommonPrefixLength(text.AsSpan(first.Length)));
            Assert.InRange(sent.Length, 1, Megabytes * 1024 * 1024 / 100);
        }
    }
}
