using System.Runtime.CompilerServices;

namespace Kiln.Runtime.Wire;

/// <summary>
/// The values of fields. Each method writes the next field of the model that is being written: its name and value, or what null means to the field. A writer
/// that captures values has no names, so that asking for these first costs writing JSON nothing.
/// </summary>
public static class WireWriterExtensions
{
    /// <summary>Writes a string.</summary>
    public static void String(this WireWriter writer, string? value)
    {
        if (value is null || !writer.TryWriteText(value))
            Rest(writer, StringType.Instance, value, value is null);
    }

    /// <summary>Writes a boolean.</summary>
    public static void Boolean(this WireWriter writer, bool? value)
    {
        if (writer.Begin(value is null))
            writer.WriteBooleanValue(value.GetValueOrDefault());
        else
            Rest(writer, BooleanType.Instance, value.GetValueOrDefault(), value is null);
    }

    /// <summary>Writes an integer of 32 bits.</summary>
    public static void Int32(this WireWriter writer, int? value)
    {
        if (writer.Begin(value is null))
            writer.WriteNumberValue(value.GetValueOrDefault());
        else
            Rest(writer, NumberTypes.Int32, value.GetValueOrDefault(), value is null);
    }

    /// <summary>Writes an integer of 64 bits.</summary>
    public static void Int64(this WireWriter writer, long? value)
    {
        if (writer.Begin(value is null))
            writer.WriteNumberValue(value.GetValueOrDefault());
        else
            Rest(writer, NumberTypes.Int64, value.GetValueOrDefault(), value is null);
    }

    /// <summary>Writes a number of double precision.</summary>
    public static void Double(this WireWriter writer, double? value)
    {
        if (writer.Begin(value is null))
            writer.WriteNumberValue(value.GetValueOrDefault());
        else
            Rest(writer, NumberTypes.Double, value.GetValueOrDefault(), value is null);
    }

    /// <summary>Writes a date and time.</summary>
    public static void DateTime(this WireWriter writer, DateTimeOffset? value)
    {
        if (writer.Begin(value is null))
            writer.WriteStringValue(value.GetValueOrDefault());
        else
            Rest(writer, DateTimeType.Instance, value.GetValueOrDefault(), value is null);
    }

    /// <summary>Writes a string with known values.</summary>
    public static void Enum<TEnum>(this WireWriter writer, TEnum value)
        where TEnum : struct, IWireEnum<TEnum>
    {
        if (!writer.TryWriteText(value.Value ?? ""))
            Rest(writer, EnumType<TEnum>.Instance, value, isNull: false);
    }

    /// <summary>Writes a string with known values, or null.</summary>
    public static void Enum<TEnum>(this WireWriter writer, TEnum? value)
        where TEnum : struct, IWireEnum<TEnum>
    {
        if (value is not { } some || !writer.TryWriteText(some.Value ?? ""))
            Rest(writer, EnumType<TEnum>.Instance, value.GetValueOrDefault(), value is null);
    }

    /// <summary>Writes a model.</summary>
    public static void Model<TModel>(this WireWriter writer, TModel? value)
        where TModel : WireModel, IWireModel<TModel> => writer.Value(ModelType<TModel>.Instance, value);

    /// <summary>Writes a value of any type.</summary>
    public static void Value<T>(this WireWriter writer, WireType<T> type, T? value)
    {
        if (writer.Begin(value is null))
            type.Write(writer, value!);
        else
            Rest(writer, type, value, value is null);
    }

    /// <summary>Writes a value of any type, or null.</summary>
    public static void Value<T>(this WireWriter writer, WireType<T> type, T? value)
        where T : struct
    {
        if (writer.Begin(value is null))
            type.Write(writer, value.GetValueOrDefault());
        else
            Rest(writer, type, value.GetValueOrDefault(), value is null);
    }

    /// <summary>Begins to write the fields of a model.</summary>
    /// <returns>What <see cref="Leave"/> wants back.</returns>
    internal static FieldFrame Enter(this WireWriter writer, WireModel model, FieldTable table) => writer.SetFields(new(model, table, 0), table.Members);

    internal static void Leave(this WireWriter writer, in FieldFrame outer) =>
        writer.SetFields(outer, outer.Table is null ? PaddedText.None : TableOf(outer).Members);

    /// <summary>Writes a group of fields of the model.</summary>
    internal static void WriteGroup(this WireWriter writer, WireModel model, FieldTable table, int group)
    {
        writer.MoveTo(table.GroupStarts[group]);
        model.WriteFields(group, writer);
    }

    // The value of the next field is null, or only to be handed over.
    private static void Rest<T>(WireWriter writer, WireType<T> type, T? value, bool isNull)
    {
        var frame = writer.PassField();
        if (writer.Capture is FieldCapture capture)
            capture.Take(frame.Place, type, value, isNull);
        else if (IsNullWritten(writer, frame))
            writer.WriteNullField(frame.Place);
    }

    private static bool IsNullWritten(WireWriter writer, in FieldFrame frame)
    {
        var model = ModelOf(frame);
        var table = TableOf(frame);
        if ((model.Nulls & table.NullBits[frame.Place]) != 0)
            return true;
        var field = table.Fields[frame.Place];
        if (!field.IsRequired)
            return model.HasNull(field);
        if (writer.RefusesNull)
            ModelWriting.CheckNull(writer, table, field);
        return true;
    }

    // Nothing else is ever entered, and a check would be made for each null.
    private static WireModel ModelOf(in FieldFrame frame) => Unsafe.As<WireModel>(frame.Model!);

    private static FieldTable TableOf(in FieldFrame frame) => Unsafe.As<FieldTable>(frame.Table!);
}
