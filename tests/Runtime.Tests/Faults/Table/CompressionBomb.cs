using System.IO.Compression;
using System.Text;
using Kiln.Runtime.Tests.Faults.Server;

namespace Kiln.Runtime.Tests.Faults.Table;

/// <summary>
/// Compressed data that is far larger than what is sent: a text and then the same text again and again. What an encoder has flushed ends at a byte (RFC 1951,
/// section 3.2.4; RFC 7932, section 9.2) and may be sent as often as one likes, so that a gigabyte is made of some kilobytes.
/// </summary>
internal static class CompressionBomb
{
    /// <summary>The encodings, as in <c>Content-Encoding</c>.</summary>
    public static IReadOnlyList<string> Encodings { get; } = ["gzip", "deflate", "br"];

    private const int BlockBytes = 512 * 1024;

    // Fewer and longer parts are sent faster.
    private const int BlocksInPart = 8;

    /// <summary>The body; its end is missing.</summary>
    /// <param name="encoding">The encoding.</param>
    /// <param name="first">The text that comes once.</param>
    /// <param name="repeated">The text that is repeated.</param>
    /// <param name="length">How much comes out, in bytes.</param>
    public static Part[] Of(string encoding, string first, string repeated, long length)
    {
        var block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(repeated, BlockBytes / repeated.Length)));
        var (start, again) = encoding == "br" ? Brotli(Encoding.ASCII.GetBytes(first), block) : ([.. HeaderOf(encoding), .. Deflate(Encoding.ASCII.GetBytes(first))], Deflate(block));
        byte[] part = [.. Enumerable.Repeat(again, BlocksInPart).SelectMany(b => b)];
        return [new Part.Bytes(start), new Part.Repeated(part, length / (BlocksInPart * block.Length))];
    }

    private static byte[] HeaderOf(string encoding) => encoding switch
    {
        "gzip" => [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255],
        "deflate" => [0x78, 0x01],
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "Not an encoding that is known here."),
    };

    private static byte[] Deflate(byte[] bytes)
    {
        var buffer = new MemoryStream();
        using (var stream = new DeflateStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(bytes);
            stream.Flush();
            // What closing adds would end the deflated data.
            return buffer.ToArray();
        }
    }

    // At quality 1 the encoder refers to nothing before what it was given last, so that what it makes of the block is right wherever it stands.
    private static (byte[] Start, byte[] Block) Brotli(byte[] first, byte[] block)
    {
        using var encoder = new BrotliEncoder(quality: 1, window: 22);
        return (Flushed(encoder, first), Flushed(encoder, block));
    }

    private static byte[] Flushed(BrotliEncoder encoder, byte[] bytes)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length) + 1024];
        encoder.Compress(bytes, buffer, out var consumed, out var written, isFinalBlock: false);
        encoder.Flush(buffer.AsSpan(written), out var flushed);
        return consumed == bytes.Length ? buffer[..(written + flushed)] : throw new InvalidOperationException("The encoder wants more room.");
    }
}
