using static Kiln.Runtime.Tests.Wire.Rfc8259.JsonCase;
using static Kiln.Runtime.Tests.Wire.Rfc8259.Verdict;

namespace Kiln.Runtime.Tests.Wire.Rfc8259;

/// <summary>Sections 6 to 8: numbers, strings and characters.</summary>
internal static class ValueCases
{
    private const int Many = 20_000;

    public static IEnumerable<JsonCase> All =>
    [
        .. Of("integers", Accepted, "1", "-1", "10", "-0", "[0]", "123456789012345678901234567890", "[9007199254740993]", "-9223372036854775809", "18446744073709551616"),
        .. Of("fractions", Accepted, "0.0", "-0.0", "1.5", "0.1", "[0.000000000000000000000000000001]", "10.010", "-12.5000"),
        .. Of("exponents", Accepted, "1e1", "1E1", "1e+1", "1e-1", "0e0", "0E+0", "1.5e10", "-1.5E-10", "1e01", "0.0e-000"),
        .. Of("no leading zero or plus", Refused, "01", "00", "-01", "+1", "[00.5]", "-00", "012e1", "[+0]", "[-+1]", "++1"),
        .. Of("digits on both sides of the point", Refused, "1.", ".5", "-.5", "1.e1", "[.]", "1..5", "1.5.", "0.e1", "[1.,2]", "-1.", "1 .5", "1. 5"),
        .. Of("digits in the exponent", Refused, "1e", "1E", "1e+", "1e-", "1e1.5", "1e1e1", "[1e]", "0e", "e1", "1e +1", "1e++1", "1e1 1", "1ee1"),
        .. Of("a minus has a number", Refused, "-", "[-]", "- 1", "--1", "-a", "-\"1\"", "[-,1]", "-e1", "1-", "1-2", "-[1]"),
        .. Of("no other numbers", Refused, "NaN", "Infinity", "-Infinity", "-NaN", "Inf", "0x1", "0b1", "0o1", "1_000", "1,000", "1f", "1L", "1n", "1/2", "\u0661", "\uff11", "[1\u0660]", "1a", "[1a]", "0x", "1+1", "∞", "1'000"),
        .. Of("numbers of any size", Either, "1e400", "-1e400", "1e-400", "1e999999999999999999999", "0e999999999999999999999", Digits("", '9'), Digits("0.", '3'), Digits("1e", '1'), Digits("-1", '0')),
        .. Of("strings", Accepted, "\" \"", "\"'\"", "\"/\"", "\"[]{}:,\"", "\"null\"", "\"// no comment\"", "\"a\u007fb\"", "\"\u0080\"", "\"\u2028\u2029\"", "\"\ufeff\"", "\"" + new string('x', Many) + "\""),
        .. Of("strings end", Refused, "\"", "\"a", "a\"", "\"\"\"", "[\"]", "[\"a]", "{\"a", "\"\\\"", "\"a\\", "\"\\\\\\\"", "\"a\" b\"", "\"" + new string('x', Many)),
        .. Of("strings are in double quotes", Refused, "'a'", "`a`", "\u201ca\u201d", "[a]", "['']", "\"a'", "'a\"", "{\"a\":b}"),
        .. Of("no control characters in strings", Refused, "\"\n\"", "\"\t\"", "\"\0\"", "\"a\rb\"", "\"\u001f\"", "[\"\u0001\"]", "{\"a\nb\":1}", "{\"a\":\"\b\"}", "\"\f\"", "\"\u001b[31m\"", "\"\\\n\""),
        .. Of("escapes", Accepted, "\"\\\"\"", "\"\\\\\"", "\"\\/\"", "\"\\b\\f\\n\\r\\t\"", "\"\\\\\\\\\"", "\"\\\\n\"", "\"\\\\u0041\"", "\"\\u0041\"", "\"\\u00e9\"", "\"\\u00E9\"", "\"\\uABCD\\uabcd\"", "\"\\u0000\"", "\"\\u001f\\u007f\"", "\"\\u2028\"", "\"\\uffff\"", "\"\\ufeff\""),
        .. Of("no other escapes", Refused, "\"\\a\"", "\"\\v\"", "\"\\0\"", "\"\\'\"", "\"\\x41\"", "\"\\ \"", "\"\\U0041\"", "\"\\N\"", "\"\\e\"", "\"\\1\"", "\"\\é\"", "\"\\\t\"", "\"\\-\"", "\"\\?\"", "\"\\&\"", "\"\\`\""),
        .. Of("four digits in an escape", Refused, "\"\\u\"", "\"\\u1\"", "\"\\u12\"", "\"\\u123\"", "\"\\u00g0\"", "\"\\u 041\"", "\"\\u+041\"", "\"\\u{41}\"", "\"\\u-001\"", "\"\\u004", "\"\\u00\\u0041\"", "\"\\ud83d\\u\"", "\"\\ud83d\\ude0\"", "\"\\uu0041\"", "\"\\u00\uff11\uff10\""),
        .. Of("surrogate pairs", Accepted, "\"\\ud83d\\ude00\"", "\"\\uD83D\\uDE00\"", "\"\\ud800\\udc00\\udbff\\udfff\"", "\"a\\ud83d\\ude00b\"", "{\"\\ud83d\\ude00\":1}", "\"\\\\ud800\""),
        .. Of("unpaired surrogates", Either, "\"\\ud800\"", "\"\\udc00\"", "\"\\udfff\\ud800\"", "\"\\ud800\\ud800\"", "\"\\ud800a\"", "\"\\ud800\\n\"", "\"\\ud800\\u0041\"", "[\"\\uDADA\"]", "{\"\\ud800\":1}", "{\"a\":\"\\ud800\\\\udc00\"}", "\"\\ud800\\ud800\\udc00\"", "\"\\udc00\\udc00\""),
        .. Of("characters of all planes", Accepted, "\"é\"", "\"日本\"", "\"\U0001f600\"", "\"\U0010ffff\"", "\"\ufffd\"", "\"\ufdd0\ufffe\uffff\"", "\"e\u0301\"", "\"\u202e\u200b\"", "{\"\U0001f600\":\"\U0001f600\"}"),
        .. OfBytes("bytes that are not UTF-8, in strings", Either,
            "\"\u0080\"", "\"\u00ff\"", "\"\u00c3\"", "\"\u00c3(\"", "\"\u00e2\u0082\"", "\"\u00e2(\u00a1\"", "\"\u00f0\u009f\u0098\"", "\"\u00f0\u009f\u0098a\"", "\"\u00c0\u0080\"", "\"\u00c0\u00af\"", "\"\u00e0\u0080\u00af\"", "\"\u00ed\u00a0\u0080\"", "\"\u00ed\u00bf\u00bf\"",
            "\"\u00f4\u0090\u0080\u0080\"", "\"\u00f5\u0080\u0080\u0080\"", "\"\u00fc\u0080\u0080\u0080\u0080\u0080\"", "[\"a\u00e9b\"]", "{\"\u00ff\":1}", "{\"a\":\"\u00fe\"}", "\"\u00ff\\ud800\""),
        .. OfBytes("bytes that are not UTF-8, elsewhere", Refused, "\u00ff", "[\u00e9]", "1\u0080", "[1,\u00ff]", "{\u00ff:1}", "true\u00ff", "\u00c3\u00a9", "{\"a\"\u00a0:1}"),
        .. OfBytes("strings that are not UTF-8 end", Refused, "\"\u00ff", "\"\u00c3", "[\"\u00e2\u0082", "{\"\u00ff", "\"\u00c3\\\""),
    ];

    private static string Digits(string before, char digit) => before + new string(digit, Many);
}
