using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>
/// The values of fields. Each method returns the value that the reader is at. If it does not fit, the result counts for nothing: whoever asked the model to read
/// the field brings the property back to what it was, and keeps the JSON.
/// </summary>
/// <remarks>A reader of a <see cref="FieldSource"/> has no token, so that asking for that first costs reading JSON nothing.</remarks>
public static class WireReaderExtensions
{
    /// <summary>Reads a string.</summary>
    public static string String(this ref WireReader reader) => reader.Token == JsonTokenType.String && reader.TryText(out var text) ? text : reader.Value(StringType.Instance);

    /// <summary>Reads a boolean.</summary>
    public static bool Boolean(this ref WireReader reader) => reader.Token == JsonTokenType.True || (reader.Token != JsonTokenType.False && reader.Value(BooleanType.Instance));

    /// <summary>Reads a boolean of a property that may be null.</summary>
    public static bool? BooleanOrNull(this ref WireReader reader) => reader.Token switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => reader.ValueOrNull(BooleanType.Instance),
    };

    /// <summary>Reads an integer of 32 bits.</summary>
    public static int Int32(this ref WireReader reader) => reader.Value(NumberTypes.Int32);

    /// <summary>Reads an integer of 32 bits of a property that may be null.</summary>
    public static int? Int32OrNull(this ref WireReader reader) => reader.ValueOrNull(NumberTypes.Int32);

    /// <summary>Reads an integer of 64 bits.</summary>
    public static long Int64(this ref WireReader reader) => reader.Value(NumberTypes.Int64);

    /// <summary>Reads an integer of 64 bits of a property that may be null.</summary>
    public static long? Int64OrNull(this ref WireReader reader) => reader.ValueOrNull(NumberTypes.Int64);

    /// <summary>Reads a number of double precision.</summary>
    public static double Double(this ref WireReader reader) => reader.Value(NumberTypes.Double);

    /// <summary>Reads a number of double precision of a property that may be null.</summary>
    public static double? DoubleOrNull(this ref WireReader reader) => reader.ValueOrNull(NumberTypes.Double);

    /// <summary>Reads a date and time.</summary>
    public static DateTimeOffset DateTime(this ref WireReader reader) => reader.Value(DateTimeType.Instance);

    /// <summary>Reads a date and time of a property that may be null.</summary>
    public static DateTimeOffset? DateTimeOrNull(this ref WireReader reader) => reader.ValueOrNull(DateTimeType.Instance);

    /// <summary>Reads a string with known values.</summary>
    public static TEnum Enum<TEnum>(this ref WireReader reader)
        where TEnum : struct, IWireEnum<TEnum> => reader.Value(EnumType<TEnum>.Instance);

    /// <summary>Reads a string with known values of a property that may be null.</summary>
    public static TEnum? EnumOrNull<TEnum>(this ref WireReader reader)
        where TEnum : struct, IWireEnum<TEnum> => reader.ValueOrNull(EnumType<TEnum>.Instance);

    /// <summary>Reads a model.</summary>
    public static TModel Model<TModel>(this ref WireReader reader)
        where TModel : WireModel, IWireModel<TModel> => reader.Value(ModelType<TModel>.Instance);

    /// <summary>Reads a value of any type.</summary>
    public static T Value<T>(this ref WireReader reader, WireType<T> type)
    {
        if (reader.Source is FieldSource source)
            return source.Take(type)!;
        if (type.TryRead(ref reader, out var value))
            return value;
        reader.Context.AddMisfit(type.Expected);
        return default!;
    }

    /// <summary>Reads a value of any type, of a property that may be null.</summary>
    public static T? ValueOrNull<T>(this ref WireReader reader, WireType<T> type)
        where T : struct => reader.Source is FieldSource { IsNull: true } ? null : reader.Value(type);
}
