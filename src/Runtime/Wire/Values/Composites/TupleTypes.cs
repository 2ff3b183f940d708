using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>
/// A list of one length whose places have types of their own. A place that cannot be read, is missing or is too much is reported; the field that
/// holds the tuple then also keeps its whole JSON.
/// </summary>
internal abstract class TupleType<TTuple>(int count) : WireType<TTuple>
    where TTuple : struct
{
    internal override string Expected => $"a list of {count}";

    internal sealed override bool TryRead(ref WireReader reader, [MaybeNullWhen(false)] out TTuple value)
    {
        value = default;
        if (reader.Token != JsonTokenType.StartArray)
            return false;

        var context = reader.Context;
        context.Enter();
        var index = 0;
        for (; reader.NextItem(); index++)
        {
            context.At(index);
            if (index < count && TryReadPlace(ref reader, index, ref value))
                continue;
            reader.Report(index < count ? ExpectedAt(index) : "the end of the list");
            reader.Skip();
            context.Losses++;
        }
        context.Leave();
        if (index < count)
        {
            reader.Report(Expected);
            context.Losses++;
        }
        return true;
    }

    internal sealed override void Write(WireWriter writer, TTuple value)
    {
        writer.WriteStartArray();
        WritePlaces(writer, value);
        writer.WriteEndArray();
    }

    protected abstract bool TryReadPlace(ref WireReader reader, int index, ref TTuple value);

    protected abstract string ExpectedAt(int index);

    protected abstract void WritePlaces(WireWriter writer, TTuple value);

    protected static bool TryReadInto<T>(WireType<T> type, ref WireReader reader, ref T place)
    {
        if (!type.TryRead(ref reader, out var read))
            return false;
        place = read;
        return true;
    }
}

internal sealed class TupleType<T1, T2>(WireType<T1> t1, WireType<T2> t2) : TupleType<(T1, T2)>(2)
{
    protected override bool TryReadPlace(ref WireReader reader, int index, ref (T1, T2) value) => index switch
    {
        0 => TryReadInto(t1, ref reader, ref value.Item1),
        _ => TryReadInto(t2, ref reader, ref value.Item2),
    };

    protected override string ExpectedAt(int index) => index switch
    {
        0 => t1.Expected,
        _ => t2.Expected,
    };

    protected override void WritePlaces(WireWriter writer, (T1, T2) value)
    {
        t1.Write(writer, value.Item1);
        t2.Write(writer, value.Item2);
    }
}

internal sealed class TupleType<T1, T2, T3>(WireType<T1> t1, WireType<T2> t2, WireType<T3> t3) : TupleType<(T1, T2, T3)>(3)
{
    protected override bool TryReadPlace(ref WireReader reader, int index, ref (T1, T2, T3) value) => index switch
    {
        0 => TryReadInto(t1, ref reader, ref value.Item1),
        1 => TryReadInto(t2, ref reader, ref value.Item2),
        _ => TryReadInto(t3, ref reader, ref value.Item3),
    };

    protected override string ExpectedAt(int index) => index switch
    {
        0 => t1.Expected,
        1 => t2.Expected,
        _ => t3.Expected,
    };

    protected override void WritePlaces(WireWriter writer, (T1, T2, T3) value)
    {
        t1.Write(writer, value.Item1);
        t2.Write(writer, value.Item2);
        t3.Write(writer, value.Item3);
    }
}

internal sealed class TupleType<T1, T2, T3, T4>(WireType<T1> t1, WireType<T2> t2, WireType<T3> t3, WireType<T4> t4) : TupleType<(T1, T2, T3, T4)>(4)
{
    protected override bool TryReadPlace(ref WireReader reader, int index, ref (T1, T2, T3, T4) value) => index switch
    {
        0 => TryReadInto(t1, ref reader, ref value.Item1),
        1 => TryReadInto(t2, ref reader, ref value.Item2),
        2 => TryReadInto(t3, ref reader, ref value.Item3),
        _ => TryReadInto(t4, ref reader, ref value.Item4),
    };

    protected override string ExpectedAt(int index) => index switch
    {
        0 => t1.Expected,
        1 => t2.Expected,
        2 => t3.Expected,
        _ => t4.Expected,
    };

    protected override void WritePlaces(WireWriter writer, (T1, T2, T3, T4) value)
    {
        t1.Write(writer, value.Item1);
        t2.Write(writer, value.Item2);
        t3.Write(writer, value.Item3);
        t4.Write(writer, value.Item4);
    }
}

internal sealed class TupleType<T1, T2, T3, T4, T5>(WireType<T1> t1, WireType<T2> t2, WireType<T3> t3, WireType<T4> t4, WireType<T5> t5) : TupleType<(T1, T2, T3, T4, T5)>(5)
{
    protected override bool TryReadPlace(ref WireReader reader, int index, ref (T1, T2, T3, T4, T5) value) => index switch
    {
        0 => TryReadInto(t1, ref reader, ref value.Item1),
        1 => TryReadInto(t2, ref reader, ref value.Item2),
        2 => TryReadInto(t3, ref reader, ref value.Item3),
        3 => TryReadInto(t4, ref reader, ref value.Item4),
        _ => TryReadInto(t5, ref reader, ref value.Item5),
    };

    protected override string ExpectedAt(int index) => index switch
    {
        0 => t1.Expected,
        1 => t2.Expected,
        2 => t3.Expected,
        3 => t4.Expected,
        _ => t5.Expected,
    };

    protected override void WritePlaces(WireWriter writer, (T1, T2, T3, T4, T5) value)
    {
        t1.Write(writer, value.Item1);
        t2.Write(writer, value.Item2);
        t3.Write(writer, value.Item3);
        t4.Write(writer, value.Item4);
        t5.Write(writer, value.Item5);
    }
}

internal sealed class TupleType<T1, T2, T3, T4, T5, T6>(WireType<T1> t1, WireType<T2> t2, WireType<T3> t3, WireType<T4> t4, WireType<T5> t5, WireType<T6> t6) : TupleType<(T1, T2, T3, T4, T5, T6)>(6)
{
    protected override bool TryReadPlace(ref WireReader reader, int index, ref (T1, T2, T3, T4, T5, T6) value) => index switch
    {
        0 => TryReadInto(t1, ref reader, ref value.Item1),
        1 => TryReadInto(t2, ref reader, ref value.Item2),
        2 => TryReadInto(t3, ref reader, ref value.Item3),
        3 => TryReadInto(t4, ref reader, ref value.Item4),
        4 => TryReadInto(t5, ref reader, ref value.Item5),
        _ => TryReadInto(t6, ref reader, ref value.Item6),
    };

    protected override string ExpectedAt(int index) => index switch
    {
        0 => t1.Expected,
        1 => t2.Expected,
        2 => t3.Expected,
        3 => t4.Expected,
        4 => t5.Expected,
        _ => t6.Expected,
    };

    protected override void WritePlaces(WireWriter writer, (T1, T2, T3, T4, T5, T6) value)
    {
        t1.Write(writer, value.Item1);
        t2.Write(writer, value.Item2);
        t3.Write(writer, value.Item3);
        t4.Write(writer, value.Item4);
        t5.Write(writer, value.Item5);
        t6.Write(writer, value.Item6);
    }
}

internal sealed class TupleType<T1, T2, T3, T4, T5, T6, T7>(WireType<T1> t1, WireType<T2> t2, WireType<T3> t3, WireType<T4> t4, WireType<T5> t5, WireType<T6> t6, WireType<T7> t7) : TupleType<(T1, T2, T3, T4, T5, T6, T7)>(7)
{
    protected override bool TryReadPlace(ref WireReader reader, int index, ref (T1, T2, T3, T4, T5, T6, T7) value) => index switch
    {
        0 => TryReadInto(t1, ref reader, ref value.Item1),
        1 => TryReadInto(t2, ref reader, ref value.Item2),
        2 => TryReadInto(t3, ref reader, ref value.Item3),
        3 => TryReadInto(t4, ref reader, ref value.Item4),
        4 => TryReadInto(t5, ref reader, ref value.Item5),
        5 => TryReadInto(t6, ref reader, ref value.Item6),
        _ => TryReadInto(t7, ref reader, ref value.Item7),
    };

    protected override string ExpectedAt(int index) => index switch
    {
        0 => t1.Expected,
        1 => t2.Expected,
        2 => t3.Expected,
        3 => t4.Expected,
        4 => t5.Expected,
        5 => t6.Expected,
        _ => t7.Expected,
    };

    protected override void WritePlaces(WireWriter writer, (T1, T2, T3, T4, T5, T6, T7) value)
    {
        t1.Write(writer, value.Item1);
        t2.Write(writer, value.Item2);
        t3.Write(writer, value.Item3);
        t4.Write(writer, value.Item4);
        t5.Write(writer, value.Item5);
        t6.Write(writer, value.Item6);
        t7.Write(writer, value.Item7);
    }
}
