using System.Buffers;

namespace Kiln.Runtime.Responses;

/// <summary>
/// The bytes of a body, in an array of the shared pool. Keeps what has come when the stream fails, so that an exception can show it.
/// </summary>
internal sealed class BodyBuffer : IDisposable
{
    // A Content-Length is only what the other side claims: more than this is allocated when it really comes.
    private const int MaxTrusted = 4 * 1024 * 1024;
    private const int Smallest = 16 * 1024;

    private byte[] bytes;
    private int length;

    public BodyBuffer(long? announced) =>
        bytes = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(announced + 1 ?? Smallest, Smallest, MaxTrusted));

    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(0, length);

    /// <summary>Reads until the stream ends or holds more than a limit; false in the latter case, with as many bytes as the limit says.</summary>
    public async ValueTask<bool> FillAsync(Stream stream, long limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            // One byte more than the limit, to see whether the stream goes on there.
            var room = (int)Math.Min(bytes.Length, limit + 1) - length;
            if (room == 0)
            {
                Grow();
                continue;
            }

            var read = await stream.ReadAsync(bytes.AsMemory(length, room), cancellationToken).ConfigureAwait(false);
            length += read;
            if (length > limit)
            {
                length = (int)limit;
                return false;
            }
            if (read == 0)
                return true;
        }
    }

    public void Dispose()
    {
        var returned = bytes;
        (bytes, length) = ([], 0);
        if (returned.Length > 0)
            ArrayPool<byte>.Shared.Return(returned);
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min((long)bytes.Length * 2, Array.MaxLength));
        bytes.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
