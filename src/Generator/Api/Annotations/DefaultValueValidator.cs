using System.Globalization;
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
        "integer" => value.Kind == ScalarKind.Number && IsInteger(value.Text, format),
        "number" => value.Kind == ScalarKind.Number && IsFinite(value.Text, format),
        "array" or "object" => false,
        _ => true,
    };

    // An integer without a format is read as one of 64 bits. 1.0 is an integer to JSON Schema.
    private static bool IsInteger(string text, string? format) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number == decimal.Truncate(number)
        && (format == "int32" ? number is >= int.MinValue and <= int.MaxValue : number is >= long.MinValue and <= long.MaxValue);

    private static bool IsFinite(string text, string? format) => format switch
    {
        "float" => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var single) && !float.IsInfinity(single),
        "decimal" => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number),
    };
}
