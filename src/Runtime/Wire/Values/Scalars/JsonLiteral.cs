using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>A single value of JSON whose kind only the value tells: a text, a number, true or false. Equal by value: <c>1.0</c> is <c>1</c>, but not <c>"1"</c>.</summary>
/// <remarks>Made from C# values as they are: <c>JsonLiteral level = 3;</c>. Other JSON in its place is preserved unchanged.</remarks>
public readonly struct JsonLiteral : IEquatable<JsonLiteral>
{
    // A string's characters; of all else the JSON. Null only in default, which is JSON's null.
    private readonly string? text;
    private readonly JsonValueKind kind;

    private JsonLiteral(JsonValueKind kind, string text) => (this.kind, this.text) = (kind, text);

    /// <summary>What kind of value it is; <see cref="JsonValueKind.Null"/> for <c>default</c>.</summary>
    public JsonValueKind Kind => kind == JsonValueKind.Undefined ? JsonValueKind.Null : kind;

    /// <summary>The text, if it is one; <see langword="null"/> for other kinds.</summary>
    public string? AsString() => kind == JsonValueKind.String ? text : null;

    /// <summary>The integer, if it is one of 64 bits; <see langword="null"/> for other values.</summary>
    public long? AsInt64() => kind == JsonValueKind.Number && NumberTypes.Int64.TryParse(text!, out var number) ? number : null;

    /// <summary>The number to the precision of a double, if it is one; <see langword="null"/> for other kinds.</summary>
    public double? AsDouble() => kind == JsonValueKind.Number && NumberTypes.Double.TryParse(text!, out var number) ? number : null;

    /// <summary>True or false, if it is one of them; <see langword="null"/> for other kinds.</summary>
    public bool? AsBoolean() => kind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    /// <summary>A text.</summary>
    public static implicit operator JsonLiteral(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(JsonValueKind.String, value);
    }

    /// <summary>A whole number.</summary>
    public static implicit operator JsonLiteral(long value) => new(JsonValueKind.Number, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number.</summary>
    public static implicit operator JsonLiteral(decimal value) => new(JsonValueKind.Number, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number.</summary>
    /// <exception cref="ArgumentException">The number is infinite or none, which JSON has no form for.</exception>
    public static implicit operator JsonLiteral(double value) => double.IsFinite(value)
        ? new(JsonValueKind.Number, value.ToString(CultureInfo.InvariantCulture))
        : throw new ArgumentException($"JSON has no form for the number {value}.", nameof(value));

    /// <summary>True or false.</summary>
    public static implicit operator JsonLiteral(bool value) => new(value ? JsonValueKind.True : JsonValueKind.False, value ? "true" : "false");

    /// <summary>Whether two values are equal.</summary>
    public static bool operator ==(JsonLiteral left, JsonLiteral right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    public static bool operator !=(JsonLiteral left, JsonLiteral right) => !left.Equals(right);

    /// <summary>A value from its JSON.</summary>
    /// <param name="json">One whole JSON value: <c>"a"</c> with its quotes, <c>1.50</c>, <c>true</c>.</param>
    /// <exception cref="WireFormatException">The text is not JSON.</exception>
    public static JsonLiteral Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return WireJson.Read(LiteralType.Instance, Encoding.UTF8.GetBytes(json));
    }

    /// <inheritdoc/>
    public bool Equals(JsonLiteral other)
    {
        if (Kind != other.Kind)
            return false;
        return kind == JsonValueKind.Number
            ? NumberText.AreEqual(Encoding.UTF8.GetBytes(text!), Encoding.UTF8.GetBytes(other.text!))
            : text == other.text;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonLiteral other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => kind == JsonValueKind.Number
        ? AsDouble().GetHashCode()
        : HashCode.Combine(Kind, text);

    /// <summary>The text of a text, and the JSON of all else.</summary>
    public override string ToString() => text ?? "null";

    internal static JsonLiteral Of(JsonValueKind kind, string text) => new(kind, text);
}
