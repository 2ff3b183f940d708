using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

internal sealed class ListType<T>(WireType<T> item) : WireType<List<T>>
{
    internal override string Expected => "a list";

    internal override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out List<T> value)
    {
        value = null;
        if (reader.Token != JsonTokenType.StartArray)
            return false;

        value = [];
        var context = reader.Context;
        context.Enter();
        for (var index = 0; reader.NextItem(); index++)
        {
            context.At(index);
            if (item.TryRead(ref reader, out var read))
            {
                if (value.Count == value.Capacity)
                    Grow(value, reader);
                value.Add(read);
                continue;
            }
            reader.Report(item.Expected);
            reader.Skip();
            context.LeaveOut(index);
        }
        context.Leave();
        return true;
    }

    // The list doubles, and lets go of what it had.
    private static void Grow(List<T> list, in WireReader reader)
    {
        const int Smallest = 4;
        var size = (long)list.Capacity * Unsafe.SizeOf<T>();
        reader.Reserve(2 * size);
        list.EnsureCapacity(Math.Max(list.Capacity + 1, Smallest));
        reader.Context.Budget.Exclude(size);
    }

    internal override void Write(WireWriter writer, List<T> value)
    {
        if (value is null)
        {
            writer.WriteLackingValue();
            return;
        }

        writer.WriteStartArray();
        foreach (var one in value)
            item.Write(writer, one);
        writer.WriteEndArray();
    }

    internal override bool TryRead(IParseNode node, [MaybeNullWhen(false)] out List<T> value)
    {
        if (item is not IKiotaItem<T> known || !KiotaNodes.MayBeObjects(node))
            return base.TryRead(node, out value);
        value = known.ReadList(node);
        return true;
    }

    internal override void Write(ISerializationWriter writer, string name, List<T> value)
    {
        if (item is IKiotaItem<T> known)
            known.WriteList(writer, name, value);
        else
            base.Write(writer, name, value);
    }
}
