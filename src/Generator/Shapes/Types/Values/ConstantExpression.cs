using System.Globalization;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Types.Values;

/// <summary>Writes the only value of a field in C#.</summary>
internal static class ConstantExpression
{
    /// <summary>The expression, whose type follows from where it is; <see langword="null"/> if the type does not hold the value, or would write it in another way.</summary>
    /// <param name="value">The string; of a number or boolean, its JSON.</param>
    /// <param name="type">The field's type.</param>
    public static string? Of(string value, CSharpType type) => type switch
    {
        EnumType { IsText: true } => $"new({CSharpText.Literal(value)})",
        EnumType { UnderlyingType: var underlying } => Scalar(value, underlying) is { } literal ? $"new({literal})" : null,
        PrimitiveType { Primitive: var primitive } => Scalar(value, primitive),
        _ => null,
    };

    private static string? Scalar(string value, Primitive type) => type switch
    {
        { Wire: "String" } => CSharpText.Literal(value),
        { CSharp: "bool" } => value is "true" or "false" ? value : null,
        { CSharp: "JsonLiteral" } when value is "true" or "false" => value,
        { CSharp: "JsonLiteral" } when IsNumber(value) => $"JsonLiteral.Parse({CSharpText.Literal(value)})",
        { Type: "integer" or "number", Wire: var wire } when !wire.StartsWith("AsString", StringComparison.Ordinal) => DefaultExpression.Number(value, type.CSharp) is { } number && IsSame(value, number) ? number : null,
        _ => null,
    };

    private static bool IsNumber(string value) => decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    // A sign or zeros in front would be another text.
    private static bool IsSame(string value, string expression) => expression.TrimEnd('d', 'f', 'm') == value;
}
