namespace Kiln.Runtime.Wire;

/// <summary>The numbers that other types are made of.</summary>
internal static class NumberTypes
{
    public static NumberType<long> Int64 { get; } = new NumberType<long>(
        "an integer of 64 bits", (w, v) => w.WriteNumberValue(v), n => n.GetLongValue(), (w, k, v) => w.WriteLongValue(k, v));

    public static NumberType<double> Double { get; } = new NumberType<double>(
        "a number", (w, v) => w.WriteNumberValue(v), n => n.GetDoubleValue(), (w, k, v) => w.WriteDoubleValue(k, v));

    public static NumberType<decimal> Decimal { get; } = new NumberType<decimal>(
        "a decimal number", (w, v) => w.WriteNumberValue(v), n => n.GetDecimalValue(), (w, k, v) => w.WriteDecimalValue(k, v));
}
