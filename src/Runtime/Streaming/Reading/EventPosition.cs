using System.Text;

namespace Kiln.Runtime.Streaming;

/// <summary>What is kept of a stream of events from one connection to the next.</summary>
internal sealed class EventPosition
{
    // Servers take headers of some 8,000 bytes in all.
    private const int LongestId = 4096;

    private byte[] id = [];
    private int idLength;
    private bool isTooLong;
    private byte[]? firstId;

    /// <param name="lastEventId">The id of the event after which the stream begins; null for none.</param>
    public EventPosition(string? lastEventId)
    {
        if (lastEventId is not null)
            SetId(Encoding.UTF8.GetBytes(lastEventId));
    }

    /// <summary>How many events have come, those included that could not be read.</summary>
    public long Count { get; set; }

    /// <summary>The reconnection time that the service has chosen; null if it has not.</summary>
    public TimeSpan? Retry { get; set; }

    /// <summary>The id of the last event, which may be that of an earlier one; null if there was none, or it was reset.</summary>
    public string? LastEventId => idLength == 0 ? null : Encoding.UTF8.GetString(id, 0, idLength);

    /// <summary>Whether the id can be sent.</summary>
    public bool HasSendableId => idLength > 0 && IsSendable(id.AsSpan(0, idLength));

    /// <summary>Whether an id can be sent in a header: printable ASCII of bounded length.</summary>
    public static bool IsSendable(string id) => id.Length is > 0 and <= LongestId && !id.AsSpan().ContainsAnyExceptInRange(' ', '~');

    public void SetId(ReadOnlySpan<byte> value)
    {
        isTooLong = value.Length > LongestId;
        if (isTooLong)
            value = [];
        if (id.Length < value.Length)
            id = new byte[Math.Max(64, value.Length)];
        value.CopyTo(id);
        idLength = value.Length;
        firstId ??= value.ToArray();
    }

    public bool IsLast(ReadOnlySpan<byte> value) => idLength > 0 && value.SequenceEqual(id.AsSpan(0, idLength));

    public bool IsFirst(ReadOnlySpan<byte> value) => firstId is { Length: > 0 } first && value.SequenceEqual(first);

    private static bool IsSendable(ReadOnlySpan<byte> id) => !id.ContainsAnyExceptInRange((byte)' ', (byte)'~');
}
