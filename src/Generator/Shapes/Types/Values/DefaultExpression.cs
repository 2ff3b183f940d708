using System.Globalization;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Types.Values;

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
        ({ } text, EnumType { IsText: true }) => $"new {typeName}({CSharpText.Literal(text)})",
        ({ } text, EnumType { UnderlyingType: var underlying }) => Number(text, underlying.CSharp) is { } number ? $"new {typeName}({number})" : null,
        ({ } text, PrimitiveType { Primitive.CSharp: "string" }) => CSharpText.Literal(text),
        ("true" or "false", PrimitiveType { Primitive.CSharp: "bool" }) => value.Scalar,
        ({ } text, PrimitiveType { Primitive.CSharp: var csharp }) => Number(text, csharp),
        _ => null,
    };

    /// <summary>The literal of a number; <see langword="null"/> if the type does not hold it.</summary>
    public static string? Number(string text, string csharp) => csharp switch
    {
        "sbyte" => Integer(text, sbyte.MinValue, sbyte.MaxValue),
        "byte" => Integer(text, byte.MinValue, byte.MaxValue),
        "short" => Integer(text, short.MinValue, short.MaxValue),
        "ushort" => Integer(text, ushort.MinValue, ushort.MaxValue),
        "int" => Integer(text, int.MinValue, int.MaxValue),
        "uint" => Integer(text, uint.MinValue, uint.MaxValue),
        "long" => Integer(text, long.MinValue, long.MaxValue),
        "ulong" => Integer(text, ulong.MinValue, ulong.MaxValue),
        "double" or "float" when text is "NaN" => csharp + ".NaN",
        "double" or "float" when text is "Infinity" => csharp + ".PositiveInfinity",
        "double" or "float" when text is "-Infinity" => csharp + ".NegativeInfinity",
        "double" => Double(text) is { } number ? number + "d" : null,
        "float" => Double(text) is { } number ? number + "f" : null,
        "decimal" => Decimal(text) is { } number ? number.ToString(CultureInfo.InvariantCulture) + "m" : null,
        _ => null,
    };

    private static string? Integer(string text, decimal least, decimal most) =>
        Decimal(text) is { } number && number >= least && number <= most ? decimal.Truncate(number).ToString("F0", CultureInfo.InvariantCulture) : null;

    private static string? Double(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : null;

    private static decimal? Decimal(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
