using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kiln.Runtime.Wire;

/// <summary>Copies strings that JSON writes unchanged: printable ASCII without a quote or a backslash, which nearly all are.</summary>
internal static class AsciiCopy
{
    /// <summary>Copies a text byte by character, and looks at each on the way.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">Where it goes: there is room for all of it.</param>
    /// <returns>False if the text is another, whereupon the target holds nothing of use.</returns>
    public static bool TryCopy(ReadOnlySpan<char> text, ref byte target)
    {
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var length = (nuint)text.Length;
        if (length < (nuint)Vector128<byte>.Count)
            return TryCopyShort(ref source, ref target, length);

        // The last block overlaps the one before it, which writes the same bytes again.
        var last = length - (nuint)Vector128<byte>.Count;
        for (nuint place = 0; place < last; place += (nuint)Vector128<byte>.Count)
        {
            if (!TryCopyBlock(ref source, ref target, place))
                return false;
        }
        return TryCopyBlock(ref source, ref target, last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryCopyBlock(ref ushort source, ref byte target, nuint place)
    {
        var low = Vector128.LoadUnsafe(ref source, place);
        var high = Vector128.LoadUnsafe(ref source, place + (nuint)Vector128<ushort>.Count);
        var narrow = Vector128.Narrow(low, high);
        if (HasSpecial(low | high, narrow))
            return false;

        narrow.StoreUnsafe(ref target, place);
        return true;
    }

    // Two blocks that overlap, of eight characters, or of four in one vector.
    private static bool TryCopyShort(ref ushort source, ref byte target, nuint length)
    {
        const nuint Eight = 8;
        const nuint Four = 4;
        if (length >= Eight)
        {
            var narrow = Vector128.Narrow(Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref source, length - Eight));
            if (HasSpecial(Vector128.LoadUnsafe(ref source) | Vector128.LoadUnsafe(ref source, length - Eight), narrow))
                return false;
            Unsafe.WriteUnaligned(ref target, narrow.AsUInt64()[0]);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, length - Eight), narrow.AsUInt64()[1]);
            return true;
        }
        if (length >= Four)
        {
            ref var first = ref Unsafe.As<ushort, byte>(ref source);
            ref var last = ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref source, length - Four));
            var both = Vector128.Create(Unsafe.ReadUnaligned<ulong>(ref first), Unsafe.ReadUnaligned<ulong>(ref last)).AsUInt16();
            var narrow = Vector128.Narrow(both, both);
            if (HasSpecial(both, narrow))
                return false;
            Unsafe.WriteUnaligned(ref target, narrow.AsUInt32()[0]);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, length - Four), narrow.AsUInt32()[1]);
            return true;
        }
        for (nuint place = 0; place < length; place++)
        {
            var c = Unsafe.Add(ref source, place);
            if (c is < ' ' or > '~' or '"' or '\\')
                return false;
            Unsafe.Add(ref target, place) = (byte)c;
        }
        return true;
    }

    /// <summary>Whether a character is not ASCII, or one that JSON does not write as it is.</summary>
    /// <param name="characters">The characters, or several of them by one place in a logical or.</param>
    /// <param name="narrow">The same characters as bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasSpecial(Vector128<ushort> characters, Vector128<byte> narrow)
    {
        var special = Vector128.LessThan(narrow.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()
            | Vector128.Equals(narrow, Vector128.Create((byte)'"'))
            | Vector128.Equals(narrow, Vector128.Create((byte)'\\'))
            | Vector128.Equals(narrow, Vector128.Create((byte)0x7F));
        return (characters & Vector128.Create((ushort)0xFF80)) != Vector128<ushort>.Zero || special != Vector128<byte>.Zero;
    }
}
