using System.Runtime.CompilerServices;

namespace Kiln.Runtime.Streaming;

/// <summary>
/// Takes server-sent events apart (HTML Standard, sections 9.2.5 and 9.2.6): finds where the fields of the next event are in what has come, and makes nothing of them. Looks at each byte once.
/// </summary>
internal sealed class EventParser
{
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    private readonly List<TextSpan> moreData = [];
    private int lineStart;
    private int searched;
    private bool mayFollowCarriageReturn;
    private TextSpan name;
    private TextSpan id;

    /// <summary>How many bytes have been taken apart, up to the end of the event.</summary>
    public int End => lineStart;

    /// <summary>How many lines of data the event has.</summary>
    public int DataLines { get; private set; }

    /// <summary>The first line of data.</summary>
    public TextSpan Data { get; private set; }

    /// <summary>The other lines.</summary>
    public IReadOnlyList<TextSpan> MoreData => moreData;

    public bool HasName { get; private set; }

    /// <summary>The name; empty if the event has none.</summary>
    public TextSpan Name => HasName ? name : default;

    /// <summary>Whether the event has an id that counts.</summary>
    public bool HasId { get; private set; }

    public TextSpan Id => id;

    /// <summary>The reconnection time in milliseconds; -1 if the event has none.</summary>
    public long Retry { get; private set; } = -1;

    /// <summary>Whether nothing of an event has come yet, so that what was taken apart is not needed.</summary>
    public bool IsEmpty => DataLines == 0 && !HasName && !HasId && Retry < 0;

    /// <summary>Goes on to the end of the event.</summary>
    /// <param name="bytes">What has come, from where the last event or <see cref="Forget"/> ended.</param>
    /// <returns>Whether it has come. The event may have no data, and then is none, but its id counts.</returns>
    public bool TryParse(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            if (mayFollowCarriageReturn && lineStart < bytes.Length)
                PassLineFeed(bytes);
            var stop = bytes[searched..].IndexOfAny(LineFeed, CarriageReturn);
            if (stop < 0)
            {
                searched = bytes.Length;
                return false;
            }

            var (start, end) = (lineStart, searched + stop);
            mayFollowCarriageReturn = bytes[end] == CarriageReturn;
            lineStart = searched = end + 1;
            if (end > start)
            {
                Take(bytes, start, end);
            }
            else if (!IsEmpty)
            {
                // A line feed that ends this line is of this event, if it is here already.
                if (mayFollowCarriageReturn && lineStart < bytes.Length)
                    PassLineFeed(bytes);
                return true;
            }
        }
    }

    /// <summary>Begins with the next event, whose first byte is the first that is shown from now on.</summary>
    public void Next()
    {
        if (moreData.Count > 0)
            moreData.Clear();
        (DataLines, HasName, HasId, Retry) = (0, false, false, -1);
        Forget();
    }

    /// <summary>Says that what was taken apart is not shown again.</summary>
    public void Forget()
    {
        searched -= lineStart;
        lineStart = 0;
    }

    private void PassLineFeed(ReadOnlySpan<byte> bytes)
    {
        mayFollowCarriageReturn = false;
        if (bytes[lineStart] == LineFeed)
            searched = Math.Max(searched, ++lineStart);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Take(ReadOnlySpan<byte> bytes, int start, int end)
    {
        var line = bytes[start..end];
        if (line.StartsWith("data:"u8))
            AddData(ValueAt(bytes, start + 5, end));
        else
            TakeOther(bytes, start, end);
    }

    private void TakeOther(ReadOnlySpan<byte> bytes, int start, int end)
    {
        // A line without a colon is a field with an empty value; one that begins with a colon is a comment.
        var line = bytes[start..end];
        var colon = line.IndexOf((byte)':');
        var field = colon < 0 ? line : line[..colon];
        var value = colon < 0 ? default : ValueAt(bytes, start + colon + 1, end);
        if (field.SequenceEqual("data"u8))
            AddData(value);
        else if (field.SequenceEqual("event"u8))
            (name, HasName) = (value, true);
        else if (field.SequenceEqual("id"u8) && !value.Of(bytes).Contains((byte)0))
            (id, HasId) = (value, true);
        else if (field.SequenceEqual("retry"u8) && TryParseDigits(value.Of(bytes), out var time))
            Retry = time;
    }

    private static TextSpan ValueAt(ReadOnlySpan<byte> bytes, int start, int end) => new(start < end && bytes[start] == ' ' ? start + 1 : start, end);

    private void AddData(TextSpan value)
    {
        if (DataLines++ == 0)
            Data = value;
        else
            moreData.Add(value);
    }

    private static bool TryParseDigits(ReadOnlySpan<byte> digits, out long value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
                return false;
            value = Math.Min(value * 10 + (digit - '0'), int.MaxValue);
        }
        return !digits.IsEmpty;
    }
}

/// <summary>Where a text is in what has come.</summary>
internal readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> bytes) => bytes[Start..End];
}
