using System.Globalization;
using Kiln.Generator.Api;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Types;

/// <summary>
/// Writes a field's default in C#. Only texts, numbers, booleans and enums have one: a default that would be made anew each time (a list) or has to
/// be read first (a date) is left to the documentation.
/// </summary>
internal static class DefaultExpression
{
    public static bool HasOne(Property property, CSharpType type) => Of(property.Default, type, "_") is not null;

    /// <summary>The expression, or <see langword="null"/> if there is none.</summary>
    /// <param name="value">The default.</param>
    /// <param name="type">The field's type.</param>
    /// <param name="typeName">The type as the file writes it.</param>
    public static string? Of(DefaultValue? value, CSharpType type, string typeName) => (value?.Scalar, type) switch
    {
        (null, _) => null,
        ({ } text, EnumType) => $"new {typeName}({CSharpText.Literal(text)})",
        ({ } text, PrimitiveType { Primitive.CSharp: "string" }) => CSharpText.Literal(text),
        ("true" or "false", PrimitiveType { Primitive.CSharp: "bool" }) => value.Scalar,
        ({ } text, PrimitiveType { Primitive.CSharp: "int" or "long" }) => Integer(text),
        ({ } text, PrimitiveType { Primitive.CSharp: "double" }) => Double(text) is { } number ? number + "d" : null,
        ({ } text, PrimitiveType { Primitive.CSharp: "float" }) => Double(text) is { } number ? number + "f" : null,
        ({ } text, PrimitiveType { Primitive.CSharp: "decimal" }) => Decimal(text) is { } number ? number.ToString(CultureInfo.InvariantCulture) + "m" : null,
        _ => null,
    };

    private static string? Integer(string text) =>
        Decimal(text) is { } number and >= long.MinValue and <= long.MaxValue ? decimal.Truncate(number).ToString("F0", CultureInfo.InvariantCulture) : null;

    private static string? Double(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : null;

    private static decimal? Decimal(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
