using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kiln.Runtime.Wire;

/// <summary>
/// Short texts that stand one behind the other in one array, which ends in <see cref="Padding"/> further bytes: so that each can be compared and copied in
/// whole blocks, without regard to where it ends.
/// </summary>
internal sealed class PaddedText
{
    /// <summary>How many bytes must follow behind what is copied or compared, in the array as well as in its counterpart.</summary>
    public const int Padding = 32;

    private readonly byte[] text;
    private readonly int[] starts;

    public PaddedText(ReadOnlySpan<byte[]> texts)
    {
        starts = new int[texts.Length + 1];
        for (var place = 0; place < texts.Length; place++)
            starts[place + 1] = starts[place] + texts[place].Length;
        text = new byte[starts[^1] + Padding];
        for (var place = 0; place < texts.Length; place++)
            texts[place].CopyTo(text, starts[place]);
    }

    private PaddedText() => (text, starts) = (new byte[Padding], [0]);

    /// <summary>No texts at all.</summary>
    public static PaddedText None { get; } = new();

    public int Count => starts.Length - 1;

    /// <summary>How many bytes a text has.</summary>
    /// <param name="place">The text.</param>
    /// <param name="skipped">How many of its first bytes are left out.</param>
    public int LengthOf(int place, int skipped) => starts[place + 1] - starts[place] - skipped;

    /// <summary>Copies a text of a known length to a place with <see cref="Padding"/> bytes behind it, which are overwritten.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CopyTo(ref byte target, int place, int skipped, int length)
    {
        ref var source = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(text), starts[place] + skipped);
        for (var done = 0; done < length; done += Padding)
        {
            Vector128.LoadUnsafe(ref source, (nuint)done).StoreUnsafe(ref target, (nuint)done);
            Vector128.LoadUnsafe(ref source, (nuint)done + 16).StoreUnsafe(ref target, (nuint)done + 16);
        }
    }

    /// <summary>Whether the bytes at a place, which are followed by <see cref="Padding"/> others, begin with a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAt(ref byte bytes, int place, int skipped, int length)
    {
        ref var expected = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(text), starts[place] + skipped);
        var done = 0;
        for (; length - done > Padding; done += Padding)
        {
            if (Equal(ref bytes, ref expected, done) != uint.MaxValue)
                return false;
        }
        return (~Equal(ref bytes, ref expected, done) << (Padding - (length - done))) == 0;
    }

    // A bit for each byte that is equal.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Equal(ref byte one, ref byte other, int place) =>
        Vector256.Equals(Vector256.LoadUnsafe(ref one, (nuint)place), Vector256.LoadUnsafe(ref other, (nuint)place)).ExtractMostSignificantBits();
}
