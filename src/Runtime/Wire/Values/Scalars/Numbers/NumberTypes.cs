using System.Numerics;

namespace Kiln.Runtime.Wire;

/// <summary>The numbers. Each is created when it is first used.</summary>
internal static class NumberTypes
{
    public static NumberType<sbyte> Int8 => Int8Type.Instance;

    public static NumberType<byte> UInt8 => UInt8Type.Instance;

    public static NumberType<short> Int16 => Int16Type.Instance;

    public static NumberType<ushort> UInt16 => UInt16Type.Instance;

    public static NumberType<int> Int32 => Int32Type.Instance;

    public static NumberType<uint> UInt32 => UInt32Type.Instance;

    public static NumberType<long> Int64 => Int64Type.Instance;

    public static NumberType<ulong> UInt64 => UInt64Type.Instance;

    public static NumberType<float> Single => SingleType.Instance;

    public static NumberType<double> Double => DoubleType.Instance;

    public static NumberType<decimal> Decimal => DecimalType.Instance;

    private static class Int8Type
    {
        public static readonly NumberType<sbyte> Instance = new(
            "an integer of 8 bits", (w, v) => w.WriteNumberValue(v), n => n.GetSbyteValue(), (w, k, v) => w.WriteSbyteValue(k, v));
    }

    private static class UInt8Type
    {
        public static readonly NumberType<byte> Instance = new(
            "an unsigned integer of 8 bits", (w, v) => w.WriteNumberValue(v), n => n.GetByteValue(), (w, k, v) => w.WriteByteValue(k, v));
    }

    private static class Int16Type
    {
        public static readonly NumberType<short> Instance = new(
            "an integer of 16 bits", (w, v) => w.WriteNumberValue(v), n => Narrow<short>(n.GetIntValue()), (w, k, v) => w.WriteIntValue(k, v));
    }

    private static class UInt16Type
    {
        public static readonly NumberType<ushort> Instance = new(
            "an unsigned integer of 16 bits", (w, v) => w.WriteNumberValue(v), n => Narrow<ushort>(n.GetIntValue()), (w, k, v) => w.WriteIntValue(k, v));
    }

    private static class Int32Type
    {
        public static readonly NumberType<int> Instance = new(
            "an integer of 32 bits", (w, v) => w.WriteNumberValue(v), n => n.GetIntValue(), (w, k, v) => w.WriteIntValue(k, v));
    }

    private static class UInt32Type
    {
        public static readonly NumberType<uint> Instance = new(
            "an unsigned integer of 32 bits", (w, v) => w.WriteNumberValue(v), n => Narrow<uint>(n.GetLongValue()), (w, k, v) => w.WriteLongValue(k, v));
    }

    private static class Int64Type
    {
        public static readonly NumberType<long> Instance = new(
            "an integer of 64 bits", (w, v) => w.WriteNumberValue(v), n => n.GetLongValue(), (w, k, v) => w.WriteLongValue(k, v));
    }

    private static class UInt64Type
    {
        public static readonly NumberType<ulong> Instance = new(
            "an unsigned integer of 64 bits", (w, v) => w.WriteNumberValue(v), n => Narrow<ulong>(n.GetDecimalValue()), (w, k, v) => w.WriteDecimalValue(k, v));
    }

    private static class SingleType
    {
        public static readonly NumberType<float> Instance = new(
            "a number of single precision", (w, v) => w.WriteNumberValue(v), n => n.GetFloatValue(), (w, k, v) => w.WriteFloatValue(k, v));
    }

    private static class DoubleType
    {
        public static readonly NumberType<double> Instance = new(
            "a number", (w, v) => w.WriteNumberValue(v), n => n.GetDoubleValue(), (w, k, v) => w.WriteDoubleValue(k, v));
    }

    private static class DecimalType
    {
        public static readonly NumberType<decimal> Instance = new(
            "a decimal number", (w, v) => w.WriteNumberValue(v), n => n.GetDecimalValue(), (w, k, v) => w.WriteDecimalValue(k, v));
    }

    // Kiota's nodes know fewer widths; what does not fit is no such value.
    private static T? Narrow<T>(long? number)
        where T : struct, INumber<T> => number is { } some ? T.CreateChecked(some) : null;

    private static T? Narrow<T>(decimal? number)
        where T : struct, INumber<T> => number is { } some ? T.CreateChecked(some) : null;
}
