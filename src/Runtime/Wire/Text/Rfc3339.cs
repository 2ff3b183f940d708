using System.Text;

namespace Kiln.Runtime.Wire;

/// <summary>How well a text is a date-time of RFC 3339.</summary>
internal enum DateTimeMatch
{
    No,

    /// <summary>It says a point in time, but not in the RFC's form: no offset (taken as UTC), <c>+0100</c>, a space for the <c>T</c>.</summary>
    Loose,

    /// <summary>It is in the RFC's form, with more digits of a second than a value can hold.</summary>
    Finer,

    Exact,
}

/// <summary>
/// Date-times of RFC 3339, section 5.6. Written by hand since .NET's own parsers refuse more than 7 (or 16) digits of a second, which
/// services with clocks in nanoseconds send.
/// </summary>
internal static class Rfc3339
{
    private const int TickDigits = 7;

    /// <summary>Bytes of the longest form, <c>2021-12-14T20:23:45.1234567+01:00</c>.</summary>
    public const int MaxLength = 33;

    /// <summary>The shortest form: no needless zeros, and <c>Z</c> for UTC.</summary>
    public static string Format(DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(text[..Format(value, text)]);
    }

    /// <summary>The same in ASCII.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Format(DateTimeOffset value, Span<byte> text)
    {
        var (date, time) = (value.DateTime, value.TimeOfDay);
        Pair(text, 0, date.Year / 100);
        Pair(text, 2, date.Year % 100);
        text[4] = (byte)'-';
        Pair(text, 5, date.Month);
        text[7] = (byte)'-';
        Pair(text, 8, date.Day);
        text[10] = (byte)'T';
        Pair(text, 11, time.Hours);
        text[13] = (byte)':';
        Pair(text, 14, time.Minutes);
        text[16] = (byte)':';
        Pair(text, 17, time.Seconds);
        var length = 19;

        var fraction = time.Ticks % TimeSpan.TicksPerSecond;
        if (fraction > 0)
        {
            text[length++] = (byte)'.';
            for (var digit = TimeSpan.TicksPerSecond / 10; fraction > 0; digit /= 10)
            {
                text[length++] = (byte)('0' + fraction / digit);
                fraction %= digit;
            }
        }

        if (value.Offset == TimeSpan.Zero)
        {
            text[length++] = (byte)'Z';
            return length;
        }
        text[length++] = value.Offset < TimeSpan.Zero ? (byte)'-' : (byte)'+';
        Pair(text, length, Math.Abs(value.Offset.Hours));
        text[length + 2] = (byte)':';
        Pair(text, length + 3, Math.Abs(value.Offset.Minutes));
        return length + 5;
    }

    /// <summary>
    /// Whether a text that was read is what its value is written as, but for needless zeros: half of all services send <c>.120Z</c>, and remembering that
    /// for each would make writing a tenth slower for nothing.
    /// </summary>
    public static bool IsAsWritten(ReadOnlySpan<byte> text, DateTimeOffset value)
    {
        // Nearly all are told by a look: in UTC, with ticks at most.
        if (text.Length is 20 or (> 21 and <= 21 + TickDigits) && text[^1] == 'Z' && text[10] == 'T' && text[17] != '6')
            return true;

        Span<byte> written = stackalloc byte[MaxLength];
        written = written[..Format(value, written)];
        var end = text.Length > 19 && text[19] == '.' ? 20 + text[20..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') : 19;
        var offset = text[end..];
        var digits = text[..end].TrimEnd((byte)'0');
        var time = end > 19 ? digits.TrimEnd((byte)'.') : text[..19];
        return written.Length == time.Length + offset.Length && written.StartsWith(time) && written.EndsWith(offset);
    }

    private static void Pair(Span<byte> text, int place, int value)
    {
        text[place] = (byte)('0' + value / 10);
        text[place + 1] = (byte)('0' + value % 10);
    }

    public static DateTimeMatch Parse(string text, out DateTimeOffset value) => Parse(Encoding.UTF8.GetBytes(text), out value);

    /// <summary>Reads a date-time. Digits beyond ticks (100 ns) are cut off; a leap second counts as the second after it.</summary>
    public static DateTimeMatch Parse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 19 || text[4] != '-' || text[7] != '-' || text[13] != ':' || text[16] != ':' ||
            !Digits(text[..4], out var year) || !Digits(text[5..7], out var month) || !Digits(text[8..10], out var day) ||
            !Digits(text[11..13], out var hour) || !Digits(text[14..16], out var minute) || !Digits(text[17..19], out var second) ||
            year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60)
            return DateTimeMatch.No;

        var match = DateTimeMatch.Exact;
        switch (text[10])
        {
            case (byte)'T' or (byte)'t': break;
            case (byte)' ': match = DateTimeMatch.Loose; break;
            default: return DateTimeMatch.No;
        }

        if (!Fraction(text[19..], out var fraction, out var length, out var isFiner))
            return DateTimeMatch.No;
        if (isFiner && match == DateTimeMatch.Exact)
            match = DateTimeMatch.Finer;
        var offsetMatch = Offset(text[(19 + length)..], out var offset);
        if (offsetMatch == DateTimeMatch.No)
            return DateTimeMatch.No;

        var ticks = new DateTime(year, month, day, hour, minute, 0).Ticks + second * TimeSpan.TicksPerSecond + fraction;
        var utc = ticks - offset.Ticks;
        if (ticks > DateTime.MaxValue.Ticks || utc < 0 || utc > DateTime.MaxValue.Ticks)
            return DateTimeMatch.No;

        value = new(ticks, offset);
        return offsetMatch == DateTimeMatch.Loose ? DateTimeMatch.Loose : match;
    }

    private static bool Fraction(ReadOnlySpan<byte> text, out long ticks, out int length, out bool isFiner)
    {
        (ticks, length, isFiner) = (0, 0, false);
        if (text.IsEmpty || text[0] != '.')
            return true;

        length = 1;
        for (; length < text.Length && char.IsAsciiDigit((char)text[length]); length++)
        {
            if (length <= TickDigits)
                ticks = ticks * 10 + (text[length] - '0');
            else
                isFiner |= text[length] != '0';
        }
        for (var missing = length; missing <= TickDigits; missing++)
            ticks *= 10;
        return length > 1;
    }

    private static DateTimeMatch Offset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text.IsEmpty)
            return DateTimeMatch.Loose;
        if (text[0] is (byte)'Z' or (byte)'z')
            return text.Length == 1 ? DateTimeMatch.Exact : DateTimeMatch.No;
        if (text[0] is not ((byte)'+' or (byte)'-'))
            return DateTimeMatch.No;

        var hasColon = text.Length == 6 && text[3] == ':';
        if (!hasColon && text.Length is not (3 or 5) || !Digits(text[1..3], out var hours))
            return DateTimeMatch.No;
        var minutes = 0;
        if (text.Length > 3 && !Digits(text[^2..], out minutes))
            return DateTimeMatch.No;
        // .NET's offsets end at 14 hours, as the world's time zones do.
        if (minutes > 59 || hours * 60 + minutes > 14 * 60)
            return DateTimeMatch.No;

        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return hasColon ? DateTimeMatch.Exact : DateTimeMatch.Loose;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
                return false;
            value = value * 10 + (digit - '0');
        }
        return true;
    }
}
