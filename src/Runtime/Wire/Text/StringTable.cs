using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text;
using System.Text.Unicode;

namespace Kiln.Runtime.Wire;

/// <summary>
/// Shares the strings of one response: the same agent name in a thousand events is one string. A fixed number of places, each two of which hold the
/// last two strings that fell into them; a string that is not there is simply made, so that no input can make this slow or large.
/// </summary>
internal sealed class StringTable
{
    // Longer texts hardly repeat, and what does costs little beside its length.
    private const int LongestShared = 256;
    private const int MaxSlots = 8192;
    private const int MinSlots = 256;

    // A field's text is rarely shorter than this, its name and quotes included.
    private const int BytesPerString = 32;

    private static StringTable? spare;

    private readonly string?[] strings;
    private readonly char[] characters = new char[LongestShared];
    private readonly byte[] unescaped = new byte[LongestShared];
    private uint mask;

    private StringTable(int places) => strings = new string?[places];

    /// <summary>A table without strings.</summary>
    /// <param name="textLength">About how many bytes will be read: a short text shall not pay for a large table.</param>
    public static StringTable Rent(long textLength)
    {
        var places = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(textLength / BytesPerString, MinSlots, MaxSlots));
        var table = Interlocked.Exchange(ref spare, null);
        if (table is null || table.strings.Length < places)
            table = new(places);
        table.mask = (uint)places - 1;
        return table;
    }

    /// <summary>Gives a table back. It lets go of its strings, which may be secret and are no longer its business.</summary>
    public void Return()
    {
        Array.Clear(strings, 0, (int)mask + 1);
        Array.Clear(characters);
        Array.Clear(unescaped);
        spare = this;
    }

    /// <summary>The string of some bytes; false if they are not UTF-8.</summary>
    public bool TryGet(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out string? text)
    {
        if (utf8.Length > LongestShared)
            return TryMake(utf8, out text);
        if (utf8.IsEmpty)
        {
            text = "";
            return true;
        }

        var index = Hash(utf8) & mask;
        ref var first = ref strings[index];
        if (Is(first, utf8))
        {
            text = first!;
            return true;
        }

        ref var second = ref strings[index ^ 1];
        if (Is(second, utf8))
        {
            text = second!;
            return true;
        }

        if (Ascii.ToUtf16(utf8, characters, out var length) == OperationStatus.Done)
            text = new(characters, 0, length);
        else if (!TryMake(utf8, out text))
            return false;
        second = first;
        first = text;
        return true;
    }

    /// <summary>The string of some bytes with escapes; false where they are not UTF-8, or have an escape that is not taken out here.</summary>
    public bool TryGetEscaped(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out string? text)
    {
        var length = JsonScanner.Unescape(utf8, unescaped);
        text = null;
        return length >= 0 && TryGet(unescaped.AsSpan(0, length), out text);
    }

    private static bool TryMake(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out string? text)
    {
        text = Utf8.IsValid(utf8) ? Encoding.UTF8.GetString(utf8) : null;
        return text is not null;
    }

    private static bool Is(string? known, ReadOnlySpan<byte> utf8) => known is not null && known.Length == utf8.Length && AsciiCompare.Equals(utf8, known);

    // Ids of one kind differ at their ends; what is alike there as well only costs a string more.
    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        ulong head, tail;
        if (utf8.Length >= 8)
        {
            head = BinaryPrimitives.ReadUInt64LittleEndian(utf8);
            tail = BinaryPrimitives.ReadUInt64LittleEndian(utf8[^8..]);
        }
        else if (utf8.Length >= 4)
        {
            head = BinaryPrimitives.ReadUInt32LittleEndian(utf8);
            tail = BinaryPrimitives.ReadUInt32LittleEndian(utf8[^4..]);
        }
        else
        {
            head = utf8[0];
            tail = ((ulong)utf8[utf8.Length / 2] << 8) | utf8[^1];
        }

        var hash = ((head ^ BitOperations.RotateLeft(tail, 31)) + (ulong)utf8.Length) * 0x9E3779B97F4A7C15;
        return (uint)(hash >> 40);
    }
}
