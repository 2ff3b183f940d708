using System.Globalization;
using Kiln.Generator.Api.Numbers;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Annotations;

/// <summary>Checks a default against the type and format of its schema.</summary>
internal static class DefaultValueValidator
{
    /// <summary>Whether a scalar is a value of the type and format.</summary>
    public static bool IsValid(SpecScalar value, string? type, string? format) => type switch
    {
        "string" => value.Kind == ScalarKind.String,
        "boolean" => value.Kind == ScalarKind.Boolean,
        "integer" or "number" => value.Kind == ScalarKind.Number && IsNumber(value.Text, type, format),
        "array" or "object" => false,
        _ => true,
    };

    /// <summary>Whether a scalar is a number in one of its spellings.</summary>
    public static bool IsValid(SpecScalar value, NumberSpelling number) => value.Kind == ScalarKind.String
        ? number.AllowsNamedLiterals && NumberSpelling.IsNamedLiteral(value.Text) || number.AllowsString && IsNumber(value.Text, number.Type, number.Format)
        : value.Kind == ScalarKind.Number && IsNumber(value.Text, number.Type, number.Format);

    private static bool IsNumber(string text, string type, string? format) => type == "integer" ? IsInteger(text, format) : IsFinite(text, format);

    // An integer without a format is read as one of 64 bits. 1.0 is an integer to JSON Schema.
    private static bool IsInteger(string text, string? format) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number == decimal.Truncate(number)
        && format switch
        {
            "int32" => number is >= int.MinValue and <= int.MaxValue,
            "uint64" => number is >= 0 and <= ulong.MaxValue,
            _ => number is >= long.MinValue and <= long.MaxValue,
        };

    private static bool IsFinite(string text, string? format) => format switch
    {
        "float" => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var single) && !float.IsInfinity(single) && !float.IsNaN(single),
        "decimal" => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number) && !double.IsNaN(number),
    };
}
