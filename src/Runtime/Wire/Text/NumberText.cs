using System.Globalization;

namespace Kiln.Runtime.Wire;

/// <summary>Compares numbers as JSON writes them (RFC 8259, section 6) by value, however many digits they have, and reads plain ones.</summary>
internal static class NumberText
{
    /// <summary>How many digits any number of 32 bits can have.</summary>
    public const int Int32Digits = 9;

    /// <summary>How many digits any number of 64 bits can have.</summary>
    public const int Int64Digits = 18;

    // What a significand of each type can tell apart in any case; IEEE 754 and System.Decimal promise them.
    private const int SingleDigits = 6;
    private const int DoubleDigits = 15;
    private const int DecimalDigits = 28;
    private const int LongestWritten = 128;

    /// <summary>The number that some digits are, of which there are not too many; false if there are none, or other characters among them.</summary>
    public static bool TryParseDigits(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        foreach (var c in text)
        {
            var digit = (uint)(c - '0');
            if (digit > 9)
                return false;
            value = value * 10 + digit;
        }
        return !text.IsEmpty;
    }

    /// <summary>Whether a value that was read from a number is written as the same number again.</summary>
    public static bool IsExact<T>(ReadOnlySpan<byte> text, T value)
        where T : struct, IUtf8SpanFormattable
    {
        // Decided by the JIT for each type: an integer that could be read at all is exact.
        int safe;
        if (typeof(T) == typeof(double))
            safe = DoubleDigits;
        else if (typeof(T) == typeof(float))
            safe = SingleDigits;
        else if (typeof(T) == typeof(decimal))
            safe = DecimalDigits;
        else
            return true;

        // Few characters are few digits, and only an exponent can put those out of range.
        if (text.Length <= safe && text.IndexOfAny((byte)'e', (byte)'E') < 0)
            return true;

        Span<byte> written = stackalloc byte[LongestWritten];
        return value.TryFormat(written, out var length, default, CultureInfo.InvariantCulture) && AreEqual(text, written[..length]);
    }

    /// <summary>Whether two numbers are the same: <c>1.50</c> is <c>15e-1</c>, and <c>-0</c> is <c>0</c>.</summary>
    public static bool AreEqual(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.SequenceEqual(other))
            return true;
        var a = new Digits(one);
        var b = new Digits(other);
        if (a.Count == 0 || b.Count == 0)
            return a.Count == b.Count;
        if (a.IsNegative != b.IsNegative || a.Count != b.Count || a.Magnitude != b.Magnitude)
            return false;

        var (i, j) = (a.First, b.First);
        for (var n = 0; n < a.Count; n++, i++, j++)
        {
            if (one[i] == '.')
                i++;
            if (other[j] == '.')
                j++;
            if (one[i] != other[j])
                return false;
        }
        return true;
    }

    /// <summary>Where the digits of a number stand that count, and how large the first of them is.</summary>
    private readonly ref struct Digits
    {
        public readonly bool IsNegative;

        /// <summary>The place of the first digit that is not zero.</summary>
        public readonly int First;

        /// <summary>How many digits count, from the first to the last that is not zero; none for zero.</summary>
        public readonly int Count;

        /// <summary>The power of ten of the first of them.</summary>
        public readonly long Magnitude;

        public Digits(ReadOnlySpan<byte> text)
        {
            IsNegative = text[0] == '-';
            First = -1;
            var (seen, sinceFirst, pointAt) = (0, 0, -1);
            var firstAt = 0;
            var i = IsNegative ? 1 : 0;
            for (; i < text.Length && text[i] is not ((byte)'e' or (byte)'E'); i++)
            {
                if (text[i] == '.')
                {
                    pointAt = seen;
                    continue;
                }
                seen++;
                if (First < 0 && text[i] == '0')
                    continue;
                if (First < 0)
                    (First, firstAt) = (i, seen);
                sinceFirst++;
                if (text[i] != '0')
                    Count = sinceFirst;
            }
            if (pointAt < 0)
                pointAt = seen;
            Magnitude = pointAt - firstAt + (i < text.Length ? Exponent(text[(i + 1)..]) : 0);
        }

        // An exponent beyond any number that a type holds only has to be unlike all others.
        private static long Exponent(ReadOnlySpan<byte> text)
        {
            const long Huge = 1_000_000_000_000;
            var isNegative = text[0] == '-';
            long value = 0;
            foreach (var c in text)
            {
                if (c is >= (byte)'0' and <= (byte)'9')
                    value = Math.Min(value * 10 + (c - '0'), Huge);
            }
            return isNegative ? -value : value;
        }
    }
}
