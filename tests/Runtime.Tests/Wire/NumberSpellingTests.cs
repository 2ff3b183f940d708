using System.Globalization;
using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Tests.Wire;

/// <summary>Numbers that may be strings, or none, and values that have two forms.</summary>
public sealed class NumberSpellingTests
{
    private static readonly ReadOptions Strict = new() { Mode = ContractMode.Strict };
    private static readonly WireType<int> Int32 = WireType.NumberOrString(WireType.Int32);
    private static readonly WireType<double> Named = WireType.WithNamedLiterals(WireType.Double);
    private static readonly WireType<double> NamedOrString = WireType.NumberOrString(Named);
    private static readonly WireType<DateTimeOffset> Time = WireType.AnyForm(WireType.DateTime, WireType.UnixTime);

    [Theory]
    [InlineData("5", 5)]
    [InlineData("\"5\"", 5)]
    [InlineData("\"-2147483648\"", int.MinValue)]
    [InlineData("\"1.0\"", 1)]
    [InlineData("\"1e3\"", 1000)]
    [InlineData("\"007\"", 7)]
    [InlineData("\"\\u0035\"", 5)]
    public void A_number_may_be_a_string_in_the_strict_mode_too(string json, int value)
    {
        Assert.Equal(value, Json.Read(Int32, json, Strict));
        Assert.Equal(value, Json.Read(WireType.Nullable(Int32), json, Strict));
    }

    [Theory]
    [InlineData("\"five\"")]
    [InlineData("\"\"")]
    [InlineData("\" 5\"")]
    [InlineData("\"5.5\"")]
    [InlineData("\"0x10\"")]
    [InlineData("\"1,000\"")]
    [InlineData("\"2147483648\"")]
    [InlineData("\"-2147483649\"")]
    [InlineData("\"NaN\"")]
    [InlineData("2147483648")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[\"5\"]")]
    [InlineData("{}")]
    public void What_is_no_such_number_is_refused(string json)
    {
        Assert.Throws<WireFormatException>(() => Json.Read(Int32, json));
        Assert.Throws<WireFormatException>(() => Json.Read(Int32, json, Strict));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("999999999")]
    [InlineData("1000000000")]
    [InlineData("2147483647")]
    [InlineData("-999999999")]
    [InlineData("999999999999999999")]
    [InlineData("1000000000000000000")]
    [InlineData("9223372036854775807")]
    [InlineData("-999999999999999999")]
    public void Integers_of_any_number_of_digits_are_read(string digits)
    {
        var value = long.Parse(digits, CultureInfo.InvariantCulture);
        Assert.Equal(value, Json.Read(WireType.Int64, digits, Strict));
        Assert.Equal(value, Json.Read(WireType.Int64, $"\"{digits}\""));
        if (value is >= int.MinValue and <= int.MaxValue)
            Assert.Equal((int)value, Json.Read(WireType.Int32, digits, Strict));
        else
            Assert.Throws<WireFormatException>(() => Json.Read(WireType.Int32, digits));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"12a\"")]
    [InlineData("\"1/2\"")]
    [InlineData("\"1:2\"")]
    public void What_is_not_all_digits_is_no_integer(string json)
    {
        Assert.Throws<WireFormatException>(() => Json.Read(WireType.Int32, json));
        Assert.Throws<WireFormatException>(() => Json.Read(WireType.Int64, json));
    }

    [Fact]
    public void Each_width_takes_its_extremes_as_strings_and_nothing_beyond()
    {
        Extremes(WireType.Int8, sbyte.MinValue, sbyte.MaxValue, "128");
        Extremes(WireType.UInt8, byte.MinValue, byte.MaxValue, "-1");
        Extremes(WireType.Int16, short.MinValue, short.MaxValue, "32768");
        Extremes(WireType.UInt16, ushort.MinValue, ushort.MaxValue, "65536");
        Extremes(WireType.Int32, int.MinValue, int.MaxValue, "2147483648");
        Extremes(WireType.UInt32, uint.MinValue, uint.MaxValue, "4294967296");
        Extremes(WireType.Int64, long.MinValue, long.MaxValue, "9223372036854775808");
        Extremes(WireType.UInt64, ulong.MinValue, ulong.MaxValue, "18446744073709551616");
        Extremes(WireType.Decimal, decimal.MinValue, decimal.MaxValue, "1e30");
        Extremes(WireType.Double, double.MinValue, double.MaxValue, "1e400");
        Extremes(WireType.Single, float.MinValue, float.MaxValue, "1e40");
    }

    private static void Extremes<T>(WireType<T> number, T least, T most, string beyond)
        where T : struct
    {
        var type = WireType.NumberOrString(number);
        foreach (var value in new[] { least, most, default })
        {
            Assert.Equal(value, Json.Read(type, $"\"{number.Format(value)}\"", Strict));
            Assert.Equal(Json.Write(number, value), Json.Write(type, value));
            Assert.Equal(number.Format(value), type.Format(value));
        }
        Assert.Throws<WireFormatException>(() => Json.Read(type, $"\"{beyond}\""));
        Assert.False(type.TryParse(beyond, out _));
    }

    [Theory]
    [InlineData("\"NaN\"", double.NaN)]
    [InlineData("\"Infinity\"", double.PositiveInfinity)]
    [InlineData("\"-Infinity\"", double.NegativeInfinity)]
    [InlineData("1.5", 1.5)]
    public void A_number_that_is_infinite_or_none_is_its_name(string json, double value)
    {
        foreach (var type in new[] { Named, NamedOrString })
        {
            Assert.Equal(value, Json.Read(type, json, Strict));
            Assert.Equal(json, Json.Write(type, value));
            Assert.True(type.TryParse(type.Format(value), out var parsed));
            Assert.Equal(value, parsed);
        }
        Assert.Equal((float)value, Json.Read(WireType.WithNamedLiterals(WireType.Single), json));
    }

    [Theory]
    [InlineData("\"nan\"")]
    [InlineData("\"+Infinity\"")]
    [InlineData("\"∞\"")]
    [InlineData("\"\"")]
    [InlineData("1e400")]
    public void No_other_name_is_one(string json)
    {
        Assert.Throws<WireFormatException>(() => Json.Read(Named, json));
        Assert.Throws<WireFormatException>(() => Json.Read(NamedOrString, json));
    }

    [Fact]
    public void A_name_does_not_make_strings_of_other_numbers_valid()
    {
        Assert.Throws<WireFormatException>(() => Json.Read(Named, "\"1.5\"", Strict));
        Assert.Equal(1.5, Json.Read(NamedOrString, "\"1.5\"", Strict));
    }

    [Theory]
    [InlineData("\"1970-01-01T00:00:05Z\"")]
    [InlineData("5")]
    public void A_value_is_read_in_both_of_its_forms_and_written_in_the_first(string json)
    {
        var value = Json.Read(Time, json, Strict);

        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(5), value);
        Assert.Equal("\"1970-01-01T00:00:05Z\"", Json.Write(Time, value));
        Assert.True(Time.TryParse(json.Trim('"'), out var parsed));
        Assert.Equal(value, parsed);
    }

    [Theory]
    [InlineData("\"soon\"", "a date-time of RFC 3339 or a number of seconds since 1970")]
    [InlineData("true", "a date-time of RFC 3339 or a number of seconds since 1970")]
    public void What_has_neither_form_is_refused_by_the_name_of_both(string json, string expected) =>
        Assert.Contains(expected, Assert.Throws<WireFormatException>(() => Json.Read(Time, json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Numbers_that_come_as_numbers_cost_no_memory()
    {
        var json = Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Repeat("12345", 10_000)) + "]");
        var (plain, spelled) = (WireType.List(WireType.Int32), WireType.List(Int32));
        _ = (WireJson.Read(plain, json), WireJson.Read(spelled, json));

        Assert.Equal(Allocated(() => WireJson.Read(plain, json)), Allocated(() => WireJson.Read(spelled, json)));
    }

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
