using System.Globalization;
using System.Numerics;

namespace Kiln.Generator.Tests.RoundTrip;

/// <summary>Compares numbers of JSON by what they are worth, with all of their digits: a double would take two long integers for one.</summary>
internal static class JsonNumbers
{
    public static bool AreEqual(string a, string b) => a == b || Normal(a) == Normal(b);

    public static bool IsInteger(string number) => Normal(number) is { Digits.IsZero: true } or { Exponent: >= 0 };

    /// <summary>An integer's value; <see langword="null"/> for a number that is none, or that is longer than any type.</summary>
    public static BigInteger? Integer(string number) =>
        Normal(number) is { Exponent: >= 0 and < 100 } normal ? normal.Digits * BigInteger.Pow(10, (int)normal.Exponent) : null;

    private static (BigInteger Digits, long Exponent) Normal(string number)
    {
        var e = number.IndexOfAny(['e', 'E']);
        var mantissa = e < 0 ? number : number[..e];
        var exponent = e < 0 ? 0 : long.Parse(number[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

        var point = mantissa.IndexOf('.');
        if (point >= 0)
        {
            exponent -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }

        var trimmed = mantissa.TrimEnd('0');
        if (trimmed.TrimStart('-').Length == 0)
            return (BigInteger.Zero, 0);
        return (BigInteger.Parse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), exponent + mantissa.Length - trimmed.Length);
    }
}
