using System.Net;
using System.Numerics;
using System.Text.Json;
using static Kiln.Runtime.Wire.CompositeTypes;

namespace Kiln.Runtime.Wire;

/// <summary>Provides the types of values: how each is read and written in JSON, URLs and headers.</summary>
/// <remarks>Each is created when it is first used, in a class of its own: a process uses few of them, and would wait for the code of all others to be compiled.</remarks>
public static class WireType
{
    /// <summary>Gets the type of a string. Numbers and booleans are accepted as their JSON text.</summary>
    public static WireType<string> String => StringType.Instance;

    /// <summary>Gets the type of a string or null.</summary>
    public static WireType<string?> NullableString => NullableStringType.Instance;

    /// <summary>Gets the type of a boolean. The strings <c>true</c> and <c>false</c> are accepted in any case.</summary>
    public static WireType<bool> Boolean => BooleanType.Instance;

    /// <summary>Gets the type of a signed 8-bit integer.</summary>
    public static WireType<sbyte> Int8 => NumberTypes.Int8;

    /// <summary>Gets the type of an unsigned 8-bit integer.</summary>
    public static WireType<byte> UInt8 => NumberTypes.UInt8;

    /// <summary>Gets the type of a signed 16-bit integer.</summary>
    public static WireType<short> Int16 => NumberTypes.Int16;

    /// <summary>Gets the type of an unsigned 16-bit integer.</summary>
    public static WireType<ushort> UInt16 => NumberTypes.UInt16;

    /// <summary>Gets the type of a signed 32-bit integer. <c>1.0</c> is an integer, as in JSON Schema.</summary>
    public static WireType<int> Int32 => NumberTypes.Int32;

    /// <summary>Gets the type of a signed 64-bit integer.</summary>
    public static WireType<long> Int64 => NumberTypes.Int64;

    /// <summary>Gets the type of an unsigned 32-bit integer.</summary>
    public static WireType<uint> UInt32 => NumberTypes.UInt32;

    /// <summary>Gets the type of an unsigned 64-bit integer.</summary>
    public static WireType<ulong> UInt64 => NumberTypes.UInt64;

    /// <summary>Gets the type of a finite single-precision number (IEEE 754).</summary>
    public static WireType<float> Single => NumberTypes.Single;

    /// <summary>Gets the type of a finite double-precision number (IEEE 754).</summary>
    public static WireType<double> Double => NumberTypes.Double;

    /// <summary>Gets the type of a decimal number of up to 28 digits.</summary>
    public static WireType<decimal> Decimal => NumberTypes.Decimal;

    /// <summary>Gets the type of a date and time with an offset from UTC (RFC 3339), with a precision of 100 nanoseconds. A model preserves the JSON of a property with further digits.</summary>
    public static WireType<DateTimeOffset> DateTime => DateTimeType.Instance;

    /// <summary>Gets the type of a date (RFC 3339, <c>full-date</c>).</summary>
    public static WireType<DateOnly> Date => DateType.Instance;

    /// <summary>
    /// Gets the type of a time of day (RFC 3339, <c>full-time</c>). It is read with an offset and without one, and written without one; a model preserves the
    /// offset of a property that was not changed.
    /// </summary>
    public static WireType<TimeOnly> Time => TimeType.Instance;

    /// <summary>Gets the type of a time of day without an offset (RFC 3339, <c>partial-time</c>).</summary>
    public static WireType<TimeOnly> LocalTime => LocalTimeType.Instance;

    /// <summary>
    /// Gets the type of a duration (RFC 3339), such as <c>PT1H30M</c>; a year is read as 365 days and a month as 30. .NET's format, <c>01:30:00</c>, is accepted
    /// tolerantly.
    /// </summary>
    public static WireType<TimeSpan> Duration => DurationType.Instance;

    /// <summary>Gets the type of a duration in .NET's format <c>c</c>, such as <c>1.02:03:04.5000000</c>; the format of RFC 3339 is accepted as well.</summary>
    public static WireType<TimeSpan> DotNetDuration => DotNetDurationType.Instance;

    /// <summary>Gets the type of a UUID (RFC 9562) with hyphens.</summary>
    public static WireType<Guid> Guid => GuidType.Instance;

    /// <summary>Gets the type of bytes as a Base64 string (RFC 4648, section 4).</summary>
    public static WireType<byte[]> Base64 => BytesType.Instance;

    /// <summary>Gets the type of bytes as a base64url string (RFC 4648, section 5).</summary>
    public static WireType<byte[]> Base64Url => Base64UrlType.Instance;

    /// <summary>Gets the type of a point in time as a number of seconds since 1970-01-01T00:00:00Z, with a precision of 100 nanoseconds.</summary>
    public static WireType<DateTimeOffset> UnixTime => UnixTimeType.Instance;

    /// <summary>Gets the type of an HTTP date (RFC 9110, section 5.6.7): <c>Sun, 06 Nov 1994 08:49:37 GMT</c>.</summary>
    public static WireType<DateTimeOffset> HttpDate => HttpDateType.Instance;

    /// <summary>Gets the type of a date and time without an offset: <c>2024-05-01T12:30:00</c>.</summary>
    public static WireType<System.DateTime> LocalDateTime => LocalDateTimeType.Instance;

    /// <summary>Gets the type of a URI, an IRI, or a reference to one. <see cref="Uri.OriginalString"/> has it as received.</summary>
    public static WireType<Uri> Uri => UriType.Instance;

    /// <summary>Gets the type of an IPv4 or IPv6 address.</summary>
    public static WireType<IPAddress> IPAddress => IPAddressType.Instance;

    /// <summary>Gets the type of a string of one character.</summary>
    public static WireType<char> Char => CharType.Instance;

    /// <summary>Gets the type of a string, a number or a boolean.</summary>
    public static WireType<JsonLiteral> Literal => LiteralType.Instance;

    /// <summary>Returns the type of a number that is written as a string: <c>"9007199254740993"</c>. A JSON number is accepted as well.</summary>
    public static WireType<T> AsString<T>(WireType<T> number)
        where T : struct => Find<NumericStringType<T>>(number.Composites) ?? Add(ref number.Composites, new NumericStringType<T>(number));

    /// <summary>
    /// Returns the type of a number that may be a string as well: <c>5</c> or <c>"5"</c>. It is written as a number; a model writes a property that was read
    /// as a string, and was not changed, as that string.
    /// </summary>
    public static WireType<T> NumberOrString<T>(WireType<T> number)
        where T : struct => Find<NumberOrStringType<T>>(number.Composites) ?? Add(ref number.Composites, new NumberOrStringType<T>(number));

    /// <summary>Returns the type of a number that may also be <c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>, each of them a string in JSON.</summary>
    public static WireType<T> WithNamedLiterals<T>(WireType<T> number)
        where T : struct, IFloatingPointIeee754<T> => Find<NamedLiteralType<T>>(number.Composites) ?? Add(ref number.Composites, new NamedLiteralType<T>(number));

    /// <summary>
    /// Returns the type of a value that has either of two forms in JSON, such as a date-time or a number of seconds. It is written in the first; a model
    /// writes a property that was read in the second, and was not changed, as received.
    /// </summary>
    public static WireType<T> AnyForm<T>(WireType<T> written, WireType<T> other)
        where T : notnull => Find<AnyFormType<T>>(written.Composites, other) ?? Add(ref written.Composites, new AnyFormType<T>(written, other), other);

    /// <summary>Gets the type of any JSON, including null, as received.</summary>
    public static WireType<JsonElement> Json => JsonType.Instance;

    /// <summary>Returns the type of an enum of strings, which may have values that the document does not define.</summary>
    public static WireType<TEnum> Enum<TEnum>()
        where TEnum : struct, IWireEnum<TEnum> => EnumType<TEnum>.Instance;

    /// <summary>Returns the type of an enum of other values, such as numbers, which may have values that the document does not define.</summary>
    public static WireType<TEnum> Enum<TEnum, TValue>(WireType<TValue> value)
        where TEnum : struct, IWireEnum<TEnum, TValue>
        where TValue : struct => Find<ValueEnumType<TEnum, TValue>>(value.Composites) ?? Add(ref value.Composites, new ValueEnumType<TEnum, TValue>(value));

    /// <summary>Returns the type of a model. The fields of the model are first used when a value is read or written, so models may refer to each other.</summary>
    public static WireType<TModel> Model<TModel>()
        where TModel : WireModel, IWireModel<TModel> => ModelType<TModel>.Instance;

    /// <summary>Returns the type of a union. The cases of the union are first used when a value is read or written, so unions and models may refer to each other.</summary>
    public static WireType<TUnion> Union<TUnion>()
        where TUnion : WireUnion, IWireUnion<TUnion> => UnionType<TUnion>.Instance;

    /// <summary>
    /// Returns the type of an array. Items that cannot be read are reported and omitted; the model then preserves the JSON of the whole array.
    /// </summary>
    public static WireType<List<T>> List<T>(WireType<T> item) => Find<ListType<T>>(item.Composites) ?? Add(ref item.Composites, new ListType<T>(item));

    /// <summary>Returns the type of an array that the caller may fill from any list, as parameters are.</summary>
    public static WireType<IReadOnlyList<T>> ReadOnlyList<T>(WireType<T> item) => Find<ReadOnlyListType<T>>(item.Composites) ?? Add(ref item.Composites, new ReadOnlyListType<T>(List(item)));

    /// <summary>
    /// Returns the type of an object with any property names and values of one type. Values that cannot be read are reported and omitted; the model then
    /// preserves the JSON of the whole object.
    /// </summary>
    public static WireType<Dictionary<string, T>> Dictionary<T>(WireType<T> value) => Find<DictionaryType<T>>(value.Composites) ?? Add(ref value.Composites, new DictionaryType<T>(value));

    /// <summary>Returns the type of an array of fixed length whose elements have their own types.</summary>
    public static WireType<(T1, T2)> Tuple<T1, T2>(WireType<T1> t1, WireType<T2> t2) => Find<TupleType<T1, T2>>(t1.Composites, t2) ?? Add(ref t1.Composites, new TupleType<T1, T2>(t1, t2), t2);

    /// <inheritdoc cref="Tuple{T1, T2}(WireType{T1}, WireType{T2})"/>
    public static WireType<(T1, T2, T3)> Tuple<T1, T2, T3>(WireType<T1> t1, WireType<T2> t2, WireType<T3> t3) => Find<TupleType<T1, T2, T3>>(t1.Composites, t2, t3) ?? Add(ref t1.Composites, new TupleType<T1, T2, T3>(t1, t2, t3), t2, t3);

    /// <inheritdoc cref="Tuple{T1, T2}(WireType{T1}, WireType{T2})"/>
    public static WireType<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(WireType<T1> t1, WireType<T2> t2, WireType<T3> t3, WireType<T4> t4) => Find<TupleType<T1, T2, T3, T4>>(t1.Composites, t2, t3, t4) ?? Add(ref t1.Composites, new TupleType<T1, T2, T3, T4>(t1, t2, t3, t4), t2, t3, t4);

    /// <inheritdoc cref="Tuple{T1, T2}(WireType{T1}, WireType{T2})"/>
    public static WireType<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(WireType<T1> t1, WireType<T2> t2, WireType<T3> t3, WireType<T4> t4, WireType<T5> t5) => Find<TupleType<T1, T2, T3, T4, T5>>(t1.Composites, t2, t3, t4, t5) ?? Add(ref t1.Composites, new TupleType<T1, T2, T3, T4, T5>(t1, t2, t3, t4, t5), t2, t3, t4, t5);

    /// <inheritdoc cref="Tuple{T1, T2}(WireType{T1}, WireType{T2})"/>
    public static WireType<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(WireType<T1> t1, WireType<T2> t2, WireType<T3> t3, WireType<T4> t4, WireType<T5> t5, WireType<T6> t6) => Find<TupleType<T1, T2, T3, T4, T5, T6>>(t1.Composites, t2, t3, t4, t5, t6) ?? Add(ref t1.Composites, new TupleType<T1, T2, T3, T4, T5, T6>(t1, t2, t3, t4, t5, t6), t2, t3, t4, t5, t6);

    /// <inheritdoc cref="Tuple{T1, T2}(WireType{T1}, WireType{T2})"/>
    public static WireType<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(WireType<T1> t1, WireType<T2> t2, WireType<T3> t3, WireType<T4> t4, WireType<T5> t5, WireType<T6> t6, WireType<T7> t7) => Find<TupleType<T1, T2, T3, T4, T5, T6, T7>>(t1.Composites, t2, t3, t4, t5, t6, t7) ?? Add(ref t1.Composites, new TupleType<T1, T2, T3, T4, T5, T6, T7>(t1, t2, t3, t4, t5, t6, t7), t2, t3, t4, t5, t6, t7);

    /// <summary>Returns the type of a value type or null.</summary>
    public static WireType<T?> Nullable<T>(WireType<T> type)
        where T : struct => Find<NullableType<T>>(type.Composites) ?? Add(ref type.Composites, new NullableType<T>(type));

    /// <summary>Returns the type of a reference type or null.</summary>
    public static WireType<T?> NullableReference<T>(WireType<T> type)
        where T : class => Find<NullableReferenceType<T>>(type.Composites) ?? Add(ref type.Composites, new NullableReferenceType<T>(type));
}
