using System.Text.Json;
using Kiln.Runtime.Wire.Types;

namespace Kiln.Runtime.Wire;

/// <summary>The types that a document can give a value, and how to make lists, maps and nullable ones of them.</summary>
public static class WireType
{
    /// <summary>A string of any content. Numbers and booleans are taken for their JSON text.</summary>
    public static WireType<string> Text { get; } = new TextType();

    /// <summary>A string or null.</summary>
    public static WireType<string?> NullableText { get; } = NullableReference(Text);

    /// <summary>True or false. Strings that say so in any case are taken.</summary>
    public static WireType<bool> Boolean { get; } = new BooleanType();

    /// <summary>An integer of 32 bits. <c>1.0</c> is an integer to JSON Schema and to this type.</summary>
    public static WireType<int> Int32 { get; } = new NumberType<int>(
        "an integer of 32 bits", (w, v) => w.WriteNumberValue(v), n => n.GetIntValue(), (w, k, v) => w.WriteIntValue(k, v));

    /// <summary>An integer of 64 bits.</summary>
    public static WireType<long> Int64 { get; } = new NumberType<long>(
        "an integer of 64 bits", (w, v) => w.WriteNumberValue(v), n => n.GetLongValue(), (w, k, v) => w.WriteLongValue(k, v));

    /// <summary>A number of IEEE 754 single precision; finite, as JSON has no other.</summary>
    public static WireType<float> Single { get; } = new NumberType<float>(
        "a number of single precision", (w, v) => w.WriteNumberValue(v), n => n.GetFloatValue(), (w, k, v) => w.WriteFloatValue(k, v));

    /// <summary>A number of IEEE 754 double precision; finite, as JSON has no other.</summary>
    public static WireType<double> Double { get; } = new NumberType<double>(
        "a number", (w, v) => w.WriteNumberValue(v), n => n.GetDoubleValue(), (w, k, v) => w.WriteDoubleValue(k, v));

    /// <summary>A decimal number of up to 28 digits.</summary>
    public static WireType<decimal> Decimal { get; } = new NumberType<decimal>(
        "a decimal number", (w, v) => w.WriteNumberValue(v), n => n.GetDecimalValue(), (w, k, v) => w.WriteDecimalValue(k, v));

    /// <summary>A date and time with its offset from UTC (RFC 3339), to 100 nanoseconds; of a model's field with further digits the JSON is kept too.</summary>
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
    public static WireType<byte[]> Bytes { get; } = new BytesType();

    /// <summary>Bytes as base64url (RFC 4648, section 5).</summary>
    public static WireType<byte[]> BytesUrl { get; } = new Base64UrlType();

    /// <summary>Any JSON, null included, as it came.</summary>
    public static WireType<JsonElement> Json { get; } = new JsonType();

    /// <summary>A string of which the document names some values.</summary>
    public static WireType<TEnum> Enum<TEnum>()
        where TEnum : struct, IWireEnum<TEnum> => EnumType<TEnum>.Instance;

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
    public static WireType<Dictionary<string, T>> Map<T>(WireType<T> value) => new MapType<T>(value);

    /// <summary>A value type or null.</summary>
    public static WireType<T?> Nullable<T>(WireType<T> type)
        where T : struct => new NullableType<T>(type);

    /// <summary>A reference type or null.</summary>
    public static WireType<T?> NullableReference<T>(WireType<T> type)
        where T : class => new NullableReferenceType<T>(type);
}
