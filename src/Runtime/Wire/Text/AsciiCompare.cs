using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kiln.Runtime.Wire;

/// <summary>Compares strings with bytes of ASCII.</summary>
internal static class AsciiCompare
{
    private const int Block = 16;
    private const int Half = 8;
    private const int Quarter = 4;

    /// <summary>Whether the bytes are ASCII, and the characters of the text, which has as many.</summary>
    public static bool Equals(ReadOnlySpan<byte> bytes, string text)
    {
        ref var one = ref MemoryMarshal.GetReference(bytes);
        ref var other = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text.AsSpan()));
        var length = bytes.Length;
        if (length < Block)
            return EqualsShort(ref one, ref other, length);

        // The last block overlaps the one before it.
        for (var place = 0; place < length - Block; place += Block)
        {
            if (!Equals(Vector128.LoadUnsafe(ref one, (nuint)place), ref Unsafe.Add(ref other, place), ref Unsafe.Add(ref other, place + Half)))
                return false;
        }
        return Equals(Vector128.LoadUnsafe(ref one, (nuint)(length - Block)), ref Unsafe.Add(ref other, length - Block), ref Unsafe.Add(ref other, length - Half));
    }

    // Two parts that overlap in one vector.
    private static bool EqualsShort(ref byte one, ref ushort other, int length)
    {
        if (length >= Half)
        {
            var both = Vector128.Create(Unsafe.ReadUnaligned<ulong>(ref one), Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref one, length - Half)));
            return Equals(both.AsByte(), ref other, ref Unsafe.Add(ref other, length - Half));
        }
        if (length >= Quarter)
        {
            var both = Vector128.CreateScalar(Unsafe.ReadUnaligned<uint>(ref one) | (ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref one, length - Quarter)) << 32).AsByte();
            ref var first = ref Unsafe.As<ushort, byte>(ref other);
            ref var last = ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref other, length - Quarter));
            var characters = Vector128.Create(Unsafe.ReadUnaligned<ulong>(ref first), Unsafe.ReadUnaligned<ulong>(ref last)).AsUInt16();
            return Vector128.WidenLower(both) == characters && both.ExtractMostSignificantBits() == 0;
        }
        for (var place = 0; place < length; place++)
        {
            if (Unsafe.Add(ref one, place) != Unsafe.Add(ref other, place) || !char.IsAscii((char)Unsafe.Add(ref other, place)))
                return false;
        }
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Equals(Vector128<byte> bytes, ref ushort low, ref ushort high)
    {
        var differences = (Vector128.WidenLower(bytes) ^ Vector128.LoadUnsafe(ref low)) | (Vector128.WidenUpper(bytes) ^ Vector128.LoadUnsafe(ref high));
        return differences == Vector128<ushort>.Zero && bytes.ExtractMostSignificantBits() == 0;
    }
}
