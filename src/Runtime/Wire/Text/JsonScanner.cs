using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kiln.Runtime.Wire;

/// <summary>
/// Finds where JSON tokens end (RFC 8259), and accepts just what <see cref="System.Text.Json.Utf8JsonReader"/> does by default: no comments,
/// no trailing commas, no leading zeros, no control characters in strings.
/// </summary>
/// <remarks>A response below zero means: <see cref="Incomplete"/>, or the complement of the place of the byte that does not fit.</remarks>
internal static class JsonScanner
{
    /// <summary>The text ends before the token does.</summary>
    public const int Incomplete = int.MinValue;

    /// <summary>How many bytes are looked at at once.</summary>
    public const int BlockSize = 32;

    private static readonly SearchValues<byte> StringStops = SearchValues.Create(
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, (byte)'"', (byte)'\\',
    ]);

    /// <summary>The place of the quote that ends a string.</summary>
    /// <param name="json">The text.</param>
    /// <param name="start">The place behind the opening quote.</param>
    /// <param name="isEscaped">Whether there is a backslash in it.</param>
    public static int StringEnd(ReadOnlySpan<byte> json, int start, out bool isEscaped)
    {
        isEscaped = false;
        // Most strings end within the first block.
        if (json.Length - start >= Vector256<byte>.Count)
        {
            var stops = Stops(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(json), (nuint)start));
            var end = start + BitOperations.TrailingZeroCount(stops);
            if (stops == 0)
                start += Vector256<byte>.Count;
            else if (json[end] == '"')
                return end;
        }
        while (true)
        {
            var stop = json[start..].IndexOfAny(StringStops);
            if (stop < 0)
                return Incomplete;

            start += stop;
            if (json[start] == '"')
                return start;
            if (json[start] != '\\')
                return ~start;

            isEscaped = true;
            start = EscapeEnd(json, start + 1);
            if (start < 0)
                return start;
        }
    }

    /// <summary>The length of the string that begins here if it ends within the next <see cref="BlockSize"/> bytes, and has no escape; otherwise -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ShortStringEnd(ref byte first)
    {
        var stops = Stops(Vector256.LoadUnsafe(ref first));
        var end = BitOperations.TrailingZeroCount(stops);
        return stops != 0 && Unsafe.Add(ref first, end) == '"' ? end : -1;
    }

    // A bit for each byte that is one of StringStops.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Stops(Vector256<byte> block) =>
        (Vector256.Equals(block, Vector256.Create((byte)'"')) | Vector256.Equals(block, Vector256.Create((byte)'\\')) | Vector256.LessThan(block, Vector256.Create((byte)' ')))
        .ExtractMostSignificantBits();

    /// <summary>The place behind the last character of a number.</summary>
    public static int NumberEnd(ReadOnlySpan<byte> json, int start)
    {
        var place = start;
        if (json[place] == '-')
            place++;
        if (place == json.Length)
            return Incomplete;

        if (json[place] == '0')
            place++;
        else if (Digits(json, ref place) is var digits && digits < 0)
            return digits;

        if (place < json.Length && json[place] == '.')
        {
            place++;
            if (Digits(json, ref place) is var fraction && fraction < 0)
                return fraction;
        }
        if (place < json.Length && json[place] is (byte)'e' or (byte)'E')
        {
            place++;
            if (place < json.Length && json[place] is (byte)'+' or (byte)'-')
                place++;
            if (Digits(json, ref place) is var exponent && exponent < 0)
                return exponent;
        }
        return place;
    }

    /// <summary>The place of the next byte that is no white space; the text's length if there is none.</summary>
    public static int SkipWhiteSpace(ReadOnlySpan<byte> json, int place)
    {
        while ((uint)place < (uint)json.Length && json[place] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            place++;
        return place;
    }

    /// <summary>Takes the escapes out of a string that was scanned before.</summary>
    /// <returns>How many bytes were written; -1 for what this does not do: <c>\uXXXX</c>, and strings longer than the target.</returns>
    public static int Unescape(ReadOnlySpan<byte> text, Span<byte> target)
    {
        if (text.Length > target.Length)
            return -1;

        var written = 0;
        while (text.IndexOf((byte)'\\') is var slash && slash >= 0)
        {
            text[..slash].CopyTo(target[written..]);
            written += slash;
            var escape = text[slash + 1];
            if (escape == 'u')
                return -1;
            target[written++] = (byte)Unescape(escape);
            text = text[(slash + 2)..];
        }
        text.CopyTo(target[written..]);
        return written + text.Length;
    }

    /// <summary>The character that an escape of one character means.</summary>
    public static char Unescape(byte escape) => escape switch
    {
        (byte)'n' => '\n',
        (byte)'t' => '\t',
        (byte)'r' => '\r',
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        _ => (char)escape,
    };

    private static int EscapeEnd(ReadOnlySpan<byte> json, int place)
    {
        if (place >= json.Length)
            return Incomplete;
        switch (json[place])
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                return place + 1;
            case (byte)'u':
                for (var digit = place + 1; digit <= place + 4; digit++)
                {
                    if (digit >= json.Length)
                        return Incomplete;
                    if (!char.IsAsciiHexDigit((char)json[digit]))
                        return ~digit;
                }
                return place + 5;
            default:
                return ~place;
        }
    }

    private static int Digits(ReadOnlySpan<byte> json, ref int place)
    {
        var start = place;
        while ((uint)place < (uint)json.Length && char.IsAsciiDigit((char)json[place]))
            place++;
        if (place > start)
            return 0;
        return place == json.Length ? Incomplete : ~place;
    }
}
