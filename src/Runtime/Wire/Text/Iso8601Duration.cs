namespace Kiln.Runtime.Wire;

/// <summary>
/// Reads durations: <c>duration</c> of RFC 3339, appendix A, with the sign and the fraction of a second that XML Schema adds. Written by hand since .NET's
/// own parser of this form, in <see cref="System.Xml.XmlConvert"/>, refuses by an exception, which costs a thousand times as much as a value.
/// </summary>
internal static class Iso8601Duration
{
    private const int DaysPerYear = 365;
    private const int DaysPerMonth = 30;
    private const int DaysPerWeek = 7;
    private const int MonthsPerYear = 12;
    private const int TickDigits = 7;

    /// <summary>The units in the order in which they may come; those from the hour on stand behind a <c>T</c>.</summary>
    private const string Units = "YMDHMS";

    private const int FirstOfTime = 3;

    private const int Seconds = 5;

    /// <summary>Reads a duration; digits of a second beyond 100 nanoseconds are cut off.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan value)
    {
        value = default;
        text = text.Trim(" \t\r\n");
        if (text is ['P', .. var weeks, 'W'])
        {
            return TryTakeDigits(ref weeks, out var count) && weeks.IsEmpty && TryOfTicks((Int128)count * DaysPerWeek * TimeSpan.TicksPerDay, out value);
        }

        var isNegative = text is ['-', ..];
        if (isNegative)
            text = text[1..];
        if (text is not ['P', .. var rest])
            return false;

        Span<int> parts = stackalloc int[Units.Length];
        parts.Clear();
        if (!TryTakeParts(rest, parts, out var fraction))
            return false;

        Int128 days = (parts[0] + (long)(parts[1] / MonthsPerYear)) * DaysPerYear + parts[1] % MonthsPerYear * DaysPerMonth + parts[2];
        var ticks = days * TimeSpan.TicksPerDay + (Int128)parts[3] * TimeSpan.TicksPerHour + (Int128)parts[4] * TimeSpan.TicksPerMinute +
            (Int128)parts[Seconds] * TimeSpan.TicksPerSecond + fraction;
        return TryOfTicks(isNegative ? -ticks : ticks, out value);
    }

    private static bool TryOfTicks(Int128 ticks, out TimeSpan value)
    {
        var fits = ticks >= long.MinValue && ticks <= long.MaxValue;
        value = fits ? new((long)ticks) : default;
        return fits;
    }

    private static bool TryTakeParts(ReadOnlySpan<char> text, Span<int> parts, out long fraction)
    {
        fraction = 0;
        if (text.IsEmpty)
            return false;

        var next = 0;
        while (!text.IsEmpty)
        {
            if (text[0] == 'T' && next <= FirstOfTime)
            {
                next = FirstOfTime + Units.Length; // no second T
                text = text[1..];
            }
            var from = next % Units.Length;
            // .5 is taken for 0.5, and 1. for 1.
            var number = 0;
            if (text is not ['.', ..] && !TryTakeDigits(ref text, out number))
                return false;
            var hasFraction = text is ['.', ..];
            if (hasFraction)
                fraction = TakeFraction(ref text);

            var isOfTime = next >= Units.Length;
            var unit = text.IsEmpty ? -1 : Units.AsSpan(from, (isOfTime ? Units.Length : FirstOfTime) - from).IndexOf(text[0]);
            if (unit < 0 || hasFraction && from + unit != Seconds)
                return false;
            parts[from + unit] = number;
            next += unit + 1;
            text = text[1..];
            if (from + unit == Seconds && !text.IsEmpty)
                return false;
        }
        return true;
    }

    /// <summary>Takes a number that an integer of 32 bits can hold.</summary>
    private static bool TryTakeDigits(ref ReadOnlySpan<char> text, out int number)
    {
        var count = text.IndexOfAnyExceptInRange('0', '9');
        count = count < 0 ? text.Length : count;
        var isNumber = int.TryParse(text[..count], System.Globalization.NumberStyles.None, null, out number);
        text = text[count..];
        return isNumber;
    }

    private static long TakeFraction(ref ReadOnlySpan<char> text)
    {
        var count = 0;
        var ticks = 0L;
        for (text = text[1..]; count < text.Length && char.IsAsciiDigit(text[count]); count++)
        {
            if (count < TickDigits)
                ticks = ticks * 10 + (text[count] - '0');
        }
        for (var digit = count; digit < TickDigits; digit++)
            ticks *= 10;
        text = text[count..];
        return ticks;
    }
}
