using System.IO.Compression;
using System.Text;
using Kiln.Runtime.Tests.Faults.Server;
using Kiln.Runtime.Tests.Support;

namespace Kiln.Runtime.Tests.Faults.Table;

/// <summary>What replies are put together of.</summary>
internal static class Parts
{
    /// <summary>The last page, of three events.</summary>
    public static string Page3 { get; } = Json.Page(null, "1", "2", "3");

    /// <summary>Expected of an error's body: the first mebibyte as text, and what reads it.</summary>
    public const long OneErrorBody = 16 * 1024 * 1024;

    public static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);

    /// <summary>A body by an encoder that is named as in <c>Content-Encoding</c>.</summary>
    public static byte[] Compress(byte[] bytes, string encoding)
    {
        var buffer = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(buffer, CompressionLevel.Optimal),
            "br" => new BrotliStream(buffer, CompressionLevel.Optimal),
            _ => new ZLibStream(buffer, CompressionLevel.Optimal),
        })
            stream.Write(bytes);
        return buffer.ToArray();
    }

    /// <summary>How many bytes come out of compressed data that may be cut.</summary>
    public static int Decompressed(byte[] bytes, string encoding)
    {
        var source = new MemoryStream(bytes);
        using Stream stream = encoding switch
        {
            "gzip" => new GZipStream(source, CompressionMode.Decompress),
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            _ => new ZLibStream(source, CompressionMode.Decompress),
        };
        var length = 0;
        try
        {
            while (stream.ReadByte() >= 0)
                length++;
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            // It is cut.
        }
        return length;
    }

    /// <summary>A hundred megabytes, or another length, of one character.</summary>
    public static Part Long(char character = 'x', long length = 100L * 1024 * 1024) => new Part.Repeated(Ascii(new string(character, 64 * 1024)), length / (64 * 1024));
}
