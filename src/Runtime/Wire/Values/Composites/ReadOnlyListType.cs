using System.Diagnostics.CodeAnalysis;

namespace Kiln.Runtime.Wire;

internal sealed class ReadOnlyListType<T>(WireType<List<T>> list) : WireType<IReadOnlyList<T>>
{
    internal override string Expected => list.Expected;

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        var isRead = list.TryRead(ref reader, out var read);
        value = read;
        return isRead;
    }

    internal override void Write(WireWriter writer, IReadOnlyList<T> value) => list.Write(writer, value as List<T> ?? [.. value]);
}
