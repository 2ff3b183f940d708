using System.Buffers.Binary;
using System.Text;

namespace Kiln.Live.Tests.Podman;

/// <summary>Reads <c>application/vnd.docker.raw-stream</c>: what a container has written, each piece behind its kind (1 is the standard output, 2 the standard error) and its length.</summary>
internal static class LogFrames
{
    private const int HeaderLength = 8;
    private const int LengthOffset = 4;

    public static async IAsyncEnumerable<(int Kind, string Text)> ReadAsync(Stream logs)
    {
        var header = new byte[HeaderLength];
        while (await logs.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength)
        {
            var text = new byte[BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(LengthOffset))];
            await logs.ReadExactlyAsync(text);
            yield return (header[0], Encoding.UTF8.GetString(text));
        }
    }
}
