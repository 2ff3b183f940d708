using System.Text.Json;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Requests.Bodies;

/// <summary>A value in a <see cref="JsonPatch"/>. The default is JSON null.</summary>
public readonly struct JsonPatchValue
{
    private readonly Action<WireWriter>? write;

    private JsonPatchValue(Action<WireWriter> write) => this.write = write;

    /// <summary>Creates a value of any type that an SDK has: a list, an enum, a date.</summary>
    /// <example><c>JsonPatchValue.Of(WireType.List(WireType.String), tags)</c></example>
    public static JsonPatchValue Of<T>(WireType<T> type, T value)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new(writer => type.Write(writer, value));
    }

    /// <summary>Converts a string; null is JSON null.</summary>
    public static implicit operator JsonPatchValue(string? value) => new(writer => writer.WriteStringValue(value));

    /// <summary>Converts a boolean.</summary>
    public static implicit operator JsonPatchValue(bool value) => new(writer => writer.WriteBooleanValue(value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator JsonPatchValue(int value) => new(writer => writer.WriteNumberValue(value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator JsonPatchValue(long value) => new(writer => writer.WriteNumberValue(value));

    /// <summary>Converts a number, which must be finite when the patch is sent.</summary>
    public static implicit operator JsonPatchValue(double value) => new(writer => writer.WriteNumberValue(value));

    /// <summary>Converts a number.</summary>
    public static implicit operator JsonPatchValue(decimal value) => new(writer => writer.WriteNumberValue(value));

    /// <summary>Converts a model; null is JSON null.</summary>
    public static implicit operator JsonPatchValue(WireModel? value) => value is null ? default : new(((IJsonObject)value).Write);

    /// <summary>Converts JSON.</summary>
    public static implicit operator JsonPatchValue(JsonElement value) => new(writer => writer.WriteElement(value));

    internal void Write(WireWriter writer)
    {
        if (write is null)
            writer.WriteNullValue();
        else
            write(writer);
    }
}
