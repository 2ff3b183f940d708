using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Reading;

/// <summary>Resolves plain YAML scalars by the core schema of YAML 1.2 (section 10.3.2), in which <c>yes</c>, <c>no</c>, <c>on</c> and <c>off</c> are strings.</summary>
internal static class CoreSchema
{
    // The time to convert a hexadecimal number is quadratic in its length.
    private const int MaxRadixNumberLength = 256;

    private static readonly Regex Float = new(
        @"^(?<sign>[-+]?)(?:(?<whole>[0-9]+)(?:\.(?<fraction>[0-9]*))?|\.(?<fraction>[0-9]+))(?<exponent>[eE][-+]?[0-9]+)?$",
        RegexOptions.CultureInvariant);

    /// <summary>The kind of a plain scalar, and its text in JSON's notation.</summary>
    public static (ScalarKind Kind, string Text) Resolve(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => (ScalarKind.Null, "null"),
        "true" or "True" or "TRUE" => (ScalarKind.Boolean, "true"),
        "false" or "False" or "FALSE" => (ScalarKind.Boolean, "false"),
        _ => ParseNumber(plain) is { } number ? (ScalarKind.Number, number) : (ScalarKind.String, plain),
    };

    /// <summary>Whether a plain scalar is infinite or not a number, which JSON cannot represent.</summary>
    public static bool IsNotFinite(string plain) => plain is
        ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" or "-.inf" or "-.Inf" or "-.INF" or ".nan" or ".NaN" or ".NAN";

    /// <summary>A number in JSON's notation with all its digits; <see langword="null"/> if the text is not a number.</summary>
    /// <example><c>0x1F</c> gives <c>31</c>, <c>0123</c> gives <c>123</c>, <c>+.5</c> gives <c>0.5</c>.</example>
    public static string? ParseNumber(string plain)
    {
        // A quick test, because nearly every scalar of a document is a name or text.
        if (plain.Length == 0 || !(plain[0] is (>= '0' and <= '9') or '-' or '+' or '.'))
            return null;
        if (plain.StartsWith("0x", StringComparison.Ordinal))
            return ParseRadix(plain, bitsOfDigit: 4);
        if (plain.StartsWith("0o", StringComparison.Ordinal))
            return ParseRadix(plain, bitsOfDigit: 3);

        // "$" also matches before a final line end, but a plain scalar has none.
        var match = Float.Match(plain);
        if (!match.Success)
            return null;

        var whole = match.Groups["whole"].Value.TrimStart('0');
        var fraction = match.Groups["fraction"].Value;
        var sign = match.Groups["sign"].Value == "-" ? "-" : "";
        return sign + (whole.Length == 0 ? "0" : whole) + (fraction.Length == 0 ? "" : "." + fraction) + match.Groups["exponent"].Value;
    }

    /// <summary>A hexadecimal or octal number in decimal notation; <see langword="null"/> if the text is not one.</summary>
    private static string? ParseRadix(string plain, int bitsOfDigit)
    {
        if (plain.Length is < 3 or > MaxRadixNumberLength)
            return null;

        var value = BigInteger.Zero;
        foreach (var digit in plain.Skip(2))
        {
            var digitValue = digit switch
            {
                >= '0' and <= '9' => digit - '0',
                >= 'a' and <= 'f' => digit - 'a' + 10,
                >= 'A' and <= 'F' => digit - 'A' + 10,
                _ => int.MaxValue,
            };
            if (digitValue >= 1 << bitsOfDigit)
                return null;
            value = (value << bitsOfDigit) + digitValue;
        }
        return value.ToString(CultureInfo.InvariantCulture);
    }
}
