using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kiln.Runtime.Wire;

/// <summary>Copies strings that JSON writes unchanged: printable ASCII without a quote or a backslash, which nearly all are.</summary>
internal static class AsciiCopy
{
    /// <summary>Copies a text byte by character, and looks at each on the way.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">Takes it; at least as long.</param>
    /// <returns>False if the text is another, whereupon the target holds nothing of use.</returns>
    public static bool TryCopy(ReadOnlySpan<char> text, Span<byte> target)
    {
        if (target.Length < text.Length)
            return false;

        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var bytes = ref MemoryMarshal.GetReference(target);
        var length = (nuint)text.Length;
        if (length < (nuint)Vector128<byte>.Count || !Vector128.IsHardwareAccelerated)
            return TryCopyShort(ref source, ref bytes, length);

        // The last block overlaps the one before it, which writes the same bytes again.
        var last = length - (nuint)Vector128<byte>.Count;
        for (nuint place = 0; place < last; place += (nuint)Vector128<byte>.Count)
        {
            if (!TryCopyBlock(ref source, ref bytes, place))
                return false;
        }
        return TryCopyBlock(ref source, ref bytes, last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryCopyBlock(ref ushort source, ref byte target, nuint place)
    {
        var low = Vector128.LoadUnsafe(ref source, place);
        var high = Vector128.LoadUnsafe(ref source, place + (nuint)Vector128<ushort>.Count);
        if (((low | high) & Vector128.Create((ushort)0xFF80)) != Vector128<ushort>.Zero)
            return false;

        var narrow = Vector128.Narrow(low, high);
        var special = Vector128.LessThan(narrow.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()
            | Vector128.Equals(narrow, Vector128.Create((byte)'"'))
            | Vector128.Equals(narrow, Vector128.Create((byte)'\\'))
            | Vector128.Equals(narrow, Vector128.Create((byte)0x7F));
        if (special != Vector128<byte>.Zero)
            return false;

        narrow.StoreUnsafe(ref target, place);
        return true;
    }

    private static bool TryCopyShort(ref ushort source, ref byte target, nuint length)
    {
        for (nuint place = 0; place < length; place++)
        {
            var c = Unsafe.Add(ref source, place);
            if (c is < ' ' or > '~' or '"' or '\\')
                return false;
            Unsafe.Add(ref target, place) = (byte)c;
        }
        return true;
    }
}
