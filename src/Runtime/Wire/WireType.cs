using System.Net;
using System.Numerics;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>The types that a document can give a value, and how to make lists, maps and nullable ones of them.</summary>
public static class WireType
{
    /// <summary>A string of any content. Numbers and booleans are taken for their JSON text.</summary>
    public static WireType<string> String { get; } = new StringType();

    /// <summary>A string or null.</summary>
    public static WireType<string?> NullableString { get; } = NullableReference(String);

    /// <summary>True or false. Strings that say so in any case are taken.</summary>
    public static WireType<bool> Boolean { get; } = new BooleanType();

    /// <summary>An integer of 8 bits with a sign.</summary>
    public static WireType<sbyte> Int8 { get; } = new NumberType<sbyte>(
        "an integer of 8 bits", (w, v) => w.WriteNumberValue(v), n => n.GetSbyteValue(), (w, k, v) => w.WriteSbyteValue(k, v));

    /// <summary>An integer of 8 bits without a sign.</summary>
    public static WireType<byte> UInt8 { get; } = new NumberType<byte>(
        "an unsigned integer of 8 bits", (w, v) => w.WriteNumberValue(v), n => n.GetByteValue(), (w, k, v) => w.WriteByteValue(k, v));

    /// <summary>An integer of 16 bits.</summary>
    public static WireType<short> Int16 { get; } = new NumberType<short>(
        "an integer of 16 bits", (w, v) => w.WriteNumberValue(v), n => Narrow<short>(n.GetIntValue()), (w, k, v) => w.WriteIntValue(k, v));

    /// <summary>An integer of 16 bits without a sign.</summary>
    public static WireType<ushort> UInt16 { get; } = new NumberType<ushort>(
        "an unsigned integer of 16 bits", (w, v) => w.WriteNumberValue(v), n => Narrow<ushort>(n.GetIntValue()), (w, k, v) => w.WriteIntValue(k, v));

    /// <summary>An integer of 32 bits. <c>1.0</c> is an integer to JSON Schema and to this type.</summary>
    public static WireType<int> Int32 { get; } = new NumberType<int>(
        "an integer of 32 bits", (w, v) => w.WriteNumberValue(v), n => n.GetIntValue(), (w, k, v) => w.WriteIntValue(k, v));

    /// <summary>An integer of 64 bits.</summary>
    public static WireType<long> Int64 { get; } = new NumberType<long>(
        "an integer of 64 bits", (w, v) => w.WriteNumberValue(v), n => n.GetLongValue(), (w, k, v) => w.WriteLongValue(k, v));

    /// <summary>An integer of 32 bits without a sign.</summary>
    public static WireType<uint> UInt32 { get; } = new NumberType<uint>(
        "an unsigned integer of 32 bits", (w, v) => w.WriteNumberValue(v), n => Narrow<uint>(n.GetLongValue()), (w, k, v) => w.WriteLongValue(k, v));

    /// <summary>An integer of 64 bits without a sign.</summary>
    public static WireType<ulong> UInt64 { get; } = new NumberType<ulong>(
        "an unsigned integer of 64 bits", (w, v) => w.WriteNumberValue(v), n => Narrow<ulong>(n.GetDecimalValue()), (w, k, v) => w.WriteDecimalValue(k, v));

    /// <summary>A number of IEEE 754 single precision; finite, as JSON has no other.</summary>
    public static WireType<float> Single { get; } = new NumberType<float>(
        "a number of single precision", (w, v) => w.WriteNumberValue(v), n => n.GetFloatValue(), (w, k, v) => w.WriteFloatValue(k, v));

    /// <summary>A number of IEEE 754 double precision; finite, as JSON has no other.</summary>
    public static WireType<double> Double { get; } = new NumberType<double>(
        "a number", (w, v) => w.WriteNumberValue(v), n => n.GetDoubleValue(), (w, k, v) => w.WriteDoubleValue(k, v));

    /// <summary>A decimal number of up to 28 digits.</summary>
    public static WireType<decimal> Decimal { get; } = new NumberType<decimal>(
        "a decimal number", (w, v) => w.WriteNumberValue(v), n => n.GetDecimalValue(), (w, k, v) => w.WriteDecimalValue(k, v));

    /// <summary>A date and time with its offset from UTC (RFC 3339), to 100 nanoseconds; a model remembers the JSON of a field with further digits.</summary>
    public static WireType<DateTimeOffset> DateTime { get; } = new DateTimeType();

    /// <summary>A date (RFC 3339, <c>full-date</c>).</summary>
    public static WireType<DateOnly> Date { get; } = new DateType();

    /// <summary>A time of day of RFC 3339, without an offset.</summary>
    public static WireType<TimeOnly> Time { get; } = new TimeType();

    /// <summary>A duration of RFC 3339, such as <c>PT1H30M</c>; a year is taken as 365 days and a month as 30.</summary>
    public static WireType<TimeSpan> Duration { get; } = new DurationType();

    /// <summary>A UUID (RFC 9562) in its form with hyphens.</summary>
    public static WireType<Guid> Guid { get; } = new GuidType();

    /// <summary>Bytes, as a Base64 string (RFC 4648, section 4).</summary>
    public static WireType<byte[]> Base64 { get; } = new BytesType();

    /// <summary>Bytes as base64url (RFC 4648, section 5).</summary>
    public static WireType<byte[]> Base64Url { get; } = new Base64UrlType();

    /// <summary>A point in time as seconds since 1970-01-01T00:00:00Z, a number; a fraction counts to 100 nanoseconds.</summary>
    public static WireType<DateTimeOffset> UnixTime { get; } = new UnixTimeType();

    /// <summary>A date and time in the form of HTTP (RFC 9110, section 5.6.7): <c>Sun, 06 Nov 1994 08:49:37 GMT</c>.</summary>
    public static WireType<DateTimeOffset> HttpDate { get; } = new HttpDateType();

    /// <summary>A date and time without an offset: <c>2024-05-01T12:30:00</c>.</summary>
    public static WireType<System.DateTime> LocalDateTime { get; } = new LocalDateTimeType();

    /// <summary>A URI, a reference to one, or the same in any script; its text stays as it came in <see cref="Uri.OriginalString"/>.</summary>
    public static WireType<Uri> Uri { get; } = new UriType();

    /// <summary>An address of IPv4 or IPv6.</summary>
    public static WireType<IPAddress> IPAddress { get; } = new IPAddressType();

    /// <summary>A string of one character.</summary>
    public static WireType<char> Char { get; } = new CharType();

    /// <summary>A single value of any kind: a text, a number, true or false.</summary>
    public static WireType<JsonLiteral> Literal { get; } = new LiteralType();

    /// <summary>A value that travels as a string of its digits: <c>"9007199254740993"</c>. A number is taken too.</summary>
    public static WireType<T> AsString<T>(WireType<T> number)
        where T : struct => new NumericStringType<T>(number);

    /// <summary>Any JSON, null included, as it came.</summary>
    public static WireType<JsonElement> Json { get; } = new JsonType();

    /// <summary>A string of which the document names some values.</summary>
    public static WireType<TEnum> Enum<TEnum>()
        where TEnum : struct, IWireEnum<TEnum> => EnumType<TEnum>.Instance;

    /// <summary>A value of another type, a number mostly, of which the document names some.</summary>
    public static WireType<TEnum> Enum<TEnum, TValue>(WireType<TValue> value)
        where TEnum : struct, IWireEnum<TEnum, TValue>
        where TValue : struct => new ValueEnumType<TEnum, TValue>(value);

    /// <summary>An object that the document describes. Does not touch the model's fields before the first value, so models may hold each other.</summary>
    public static WireType<TModel> Model<TModel>()
        where TModel : class, IWireModel<TModel>, new() => ModelType<TModel>.Instance;

    /// <summary>A value that is one of several shapes. Does not touch the union's cases before the first value, so unions and models may hold each other.</summary>
    public static WireType<TUnion> Union<TUnion>()
        where TUnion : WireUnion, IWireUnion<TUnion> => UnionType<TUnion>.Instance;

    /// <summary>
    /// A list. An item that cannot be read is reported and left out; the field that holds the list then also keeps its whole JSON.
    /// </summary>
    public static WireType<List<T>> List<T>(WireType<T> item) => new ListType<T>(item);

    /// <summary>
    /// An object of any names, all values of one type. A value that cannot be read is reported and left out; the field that holds the map
    /// then also keeps its whole JSON.
    /// </summary>
    public static WireType<Dictionary<string, T>> Dictionary<T>(WireType<T> value) => new DictionaryType<T>(value);

    /// <summary>A list of one length whose places have types of their own.</summary>
    public static WireType<(T1, T2)> Tuple<T1, T2>(WireType<T1> t1, WireType<T2> t2) => new TupleType<T1, T2>(t1, t2);

    /// <inheritdoc cref="Tuple{T1, T2}(WireType{T1}, WireType{T2})"/>
    public static WireType<(T1, T2, T3)> Tuple<T1, T2, T3>(WireType<T1> t1, WireType<T2> t2, WireType<T3> t3) => new TupleType<T1, T2, T3>(t1, t2, t3);

    /// <inheritdoc cref="Tuple{T1, T2}(WireType{T1}, WireType{T2})"/>
    public static WireType<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(WireType<T1> t1, WireType<T2> t2, WireType<T3> t3, WireType<T4> t4) => new TupleType<T1, T2, T3, T4>(t1, t2, t3, t4);

    /// <inheritdoc cref="Tuple{T1, T2}(WireType{T1}, WireType{T2})"/>
    public static WireType<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(WireType<T1> t1, WireType<T2> t2, WireType<T3> t3, WireType<T4> t4, WireType<T5> t5) => new TupleType<T1, T2, T3, T4, T5>(t1, t2, t3, t4, t5);

    /// <inheritdoc cref="Tuple{T1, T2}(WireType{T1}, WireType{T2})"/>
    public static WireType<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(WireType<T1> t1, WireType<T2> t2, WireType<T3> t3, WireType<T4> t4, WireType<T5> t5, WireType<T6> t6) => new TupleType<T1, T2, T3, T4, T5, T6>(t1, t2, t3, t4, t5, t6);

    /// <inheritdoc cref="Tuple{T1, T2}(WireType{T1}, WireType{T2})"/>
    public static WireType<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(WireType<T1> t1, WireType<T2> t2, WireType<T3> t3, WireType<T4> t4, WireType<T5> t5, WireType<T6> t6, WireType<T7> t7) => new TupleType<T1, T2, T3, T4, T5, T6, T7>(t1, t2, t3, t4, t5, t6, t7);

    /// <summary>A value type or null.</summary>
    public static WireType<T?> Nullable<T>(WireType<T> type)
        where T : struct => new NullableType<T>(type);

    /// <summary>A reference type or null.</summary>
    public static WireType<T?> NullableReference<T>(WireType<T> type)
        where T : class => new NullableReferenceType<T>(type);

    // Kiota's nodes know fewer widths; what does not fit is no such value.
    private static T? Narrow<T>(long? number)
        where T : struct, INumber<T> => number is { } some ? T.CreateChecked(some) : null;

    private static T? Narrow<T>(decimal? number)
        where T : struct, INumber<T> => number is { } some ? T.CreateChecked(some) : null;
}
