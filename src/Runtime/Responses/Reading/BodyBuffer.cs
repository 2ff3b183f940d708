using System.Buffers;

namespace Kiln.Runtime.Responses;

/// <summary>
/// The bytes of a body, in an array of the shared pool. Keeps what has come when the stream fails, so that an exception can show it.
/// </summary>
/// <param name="announced">How long the body is said to be; null if that is not known.</param>
/// <param name="longest">How long the array may become.</param>
internal sealed class BodyBuffer(long? announced, int longest) : IDisposable
{
    // A Content-Length is only what the other side claims: more than this is allocated when it really comes.
    private const int MaxTrusted = 4 * 1024 * 1024;
    private const int Smallest = 16 * 1024;

    private byte[] bytes = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Clamp(announced + 1 ?? Smallest, Smallest, MaxTrusted), longest));
    private int length;

    public BodyBuffer(long? announced)
        : this(announced, Array.MaxLength)
    {
    }

    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(0, length);

    /// <summary>Reads until the stream ends or holds more than a limit; false in the latter case, with as many bytes as the limit says.</summary>
    public async ValueTask<bool> FillAsync(Stream stream, long limit, CancellationToken cancellationToken)
    {
        // One byte more than the limit, to see whether the stream goes on there.
        while (length <= limit)
        {
            if (length == bytes.Length && !TryGrow())
                return await IsAtEndAsync(stream, cancellationToken).ConfigureAwait(false);

            var room = (int)Math.Min(bytes.Length, limit + 1) - length;
            var read = await stream.ReadAsync(bytes.AsMemory(length, room), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return true;
            length += read;
        }
        length = (int)limit;
        return false;
    }

    public void Dispose()
    {
        var returned = bytes;
        (bytes, length) = ([], 0);
        if (returned.Length > 0)
            ArrayPool<byte>.Shared.Return(returned);
    }

    private bool TryGrow()
    {
        if (bytes.Length >= longest)
            return false;
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min((long)bytes.Length * 2, longest));
        bytes.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
        return true;
    }

    // No array can hold the byte that would tell.
    private static async ValueTask<bool> IsAtEndAsync(Stream stream, CancellationToken cancellationToken) =>
        await stream.ReadAsync(new byte[1], cancellationToken).ConfigureAwait(false) == 0;
}
