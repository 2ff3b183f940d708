using System.IO.Compression;
using System.Text;

namespace Kiln.Tool.Observing.Traffic;

/// <summary>Gives a file of traffic as UTF-8 without a byte order mark, whether it is compressed or in UTF-16, and its first bytes.</summary>
internal static class TrafficOpener
{
    private const int PeekLength = 64 * 1024;

    public static (Stream Content, ReadOnlyMemory<byte> Start) Open(Stream file)
    {
        var (start, content) = Peek(file);
        if (start.Span is [0x1f, 0x8b, ..])
            (start, content) = Peek(new GZipStream(content, CompressionMode.Decompress));
        if (EncodingOf(start.Span) is { } encoding)
            (start, content) = Peek(Encoding.CreateTranscodingStream(content, encoding, new UTF8Encoding(false)));
        if (start.Span is [0xef, 0xbb, 0xbf, ..])
            (start, content) = (start[3..], Skip(content));
        return (content, start);
    }

    // What PowerShell's ">" writes.
    private static Encoding? EncodingOf(ReadOnlySpan<byte> start) => start switch
    {
        [0xff, 0xfe, ..] => Encoding.Unicode,
        [0xfe, 0xff, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static PrefixedStream Skip(PrefixedStream content)
    {
        content.ReadExactly(new byte[3]);
        return content;
    }

    private static (ReadOnlyMemory<byte> Start, PrefixedStream Content) Peek(Stream stream)
    {
        var start = new byte[PeekLength];
        var count = stream.ReadAtLeast(start, PeekLength, throwOnEndOfStream: false);
        return (start.AsMemory(0, count), new PrefixedStream(start.AsMemory(0, count), stream));
    }
}
