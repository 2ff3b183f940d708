using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Kiln.Runtime.Wire;

/// <summary>
/// Shares the strings of one answer: the same agent name in a thousand events is one string. A fixed number of places, each holding the last
/// string that fell into it; a string that is not there is simply made, so that no input can make this slow or large.
/// </summary>
internal sealed class StringTable
{
    // Most texts that repeat are names, kinds and ids; of longer ones the comparison costs what the sharing saves.
    private const int LongestShared = 64;
    private const int Places = 2048;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static StringTable? spare;

    private readonly string?[] strings = new string?[Places];
    private readonly char[] characters = new char[LongestShared];

    private StringTable()
    {
    }

    /// <summary>A table without strings, used before if there is one.</summary>
    public static StringTable Rent() => Interlocked.Exchange(ref spare, null) ?? new();

    /// <summary>Gives a table back. It lets go of its strings, which may be secret and are no longer its business.</summary>
    public void Return()
    {
        Array.Clear(strings);
        spare = this;
    }

    /// <summary>The string of some bytes.</summary>
    /// <exception cref="DecoderFallbackException">They are not UTF-8.</exception>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestShared)
            return Strict.GetString(utf8);
        if (utf8.IsEmpty)
            return "";

        ref var place = ref strings[Hash(utf8) & (Places - 1)];
        if (place is { } known && known.Length == utf8.Length && Ascii.Equals(utf8, known))
            return known;

        return place = Ascii.ToUtf16(utf8, characters, out var length) == OperationStatus.Done
            ? new(characters, 0, length)
            : Strict.GetString(utf8);
    }

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
