using System.Net;
using CsCheck;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Tests.Wire;

/// <summary>Each format's values, at their limits and beyond.</summary>
public sealed class FormatTests
{
    [Fact]
    public void Integers_hold_their_extremes_and_nothing_beyond()
    {
        Extremes(WireType.Int8, sbyte.MinValue, sbyte.MaxValue, "128", "-129");
        Extremes(WireType.UInt8, byte.MinValue, byte.MaxValue, "256", "-1");
        Extremes(WireType.Int16, short.MinValue, short.MaxValue, "32768", "-32769");
        Extremes(WireType.UInt16, ushort.MinValue, ushort.MaxValue, "65536", "-1");
        Extremes(WireType.Int32, int.MinValue, int.MaxValue, "2147483648", "0.5");
        Extremes(WireType.UInt32, uint.MinValue, uint.MaxValue, "4294967296", "-1");
        Extremes(WireType.Int64, long.MinValue, long.MaxValue, "9223372036854775808", "-9223372036854775809");
        Extremes(WireType.UInt64, ulong.MinValue, ulong.MaxValue, "18446744073709551616", "-1");
        Extremes(WireType.Decimal, decimal.MinValue, decimal.MaxValue, "79228162514264337593543950336", "1e30");
        Extremes(WireType.Double, double.MinValue, double.MaxValue, "1e400", "-1e400");
        Extremes(WireType.Single, float.MinValue, float.MaxValue, "1e40", "-1e40");
    }

    private static void Extremes<T>(WireType<T> type, T least, T most, params string[] beyond)
        where T : struct
    {
        foreach (var value in new[] { least, most, default })
        {
            Assert.Equal(value, Json.Read(type, Json.Write(type, value)));
            Assert.Equal(value, Json.Read(WireType.AsString(type), Json.Write(WireType.AsString(type), value)));
            Assert.True(type.TryParse(type.Format(value), out var parsed));
            Assert.Equal(value, parsed);
        }
        foreach (var json in beyond)
        {
            Assert.Throws<WireFormatException>(() => Json.Read(type, json));
            Assert.Throws<WireFormatException>(() => Json.Read(WireType.AsString(type), $"\"{json}\""));
        }
    }

    [Fact]
    public void Decimals_keep_28_digits() =>
        Assert.Equal("0.1234567890123456789012345678", Json.Write(WireType.Decimal, Json.Read(WireType.Decimal, "0.1234567890123456789012345678")));

    [Theory]
    [InlineData("0", "1970-01-01T00:00:00Z")]
    [InlineData("1714564800", "2024-05-01T12:00:00Z")]
    [InlineData("-62135596800", "0001-01-01T00:00:00Z")]
    [InlineData("253402300799.9999999", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("1.5", "1970-01-01T00:00:01.5Z")]
    public void Unix_time(string json, string time)
    {
        var value = Json.Read(WireType.UnixTime, json);

        Assert.Equal(time, WireType.DateTime.Format(value));
        Assert.Equal(json, Json.Write(WireType.UnixTime, value));
    }

    [Theory]
    [InlineData("253402300800")]
    [InlineData("-62135596801")]
    [InlineData("1e20")]
    [InlineData("\"soon\"")]
    public void No_unix_time(string json) => Assert.Throws<WireFormatException>(() => Json.Read(WireType.UnixTime, json));

    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT")]
    [InlineData("Sun Nov  6 08:49:37 1994")]
    public void Dates_of_HTTP_are_read_in_all_three_forms(string text)
    {
        Assert.True(WireType.HttpDate.TryParse(text, out var value));
        Assert.Equal("Sun, 06 Nov 1994 08:49:37 GMT", WireType.HttpDate.Format(value));
    }

    [Theory]
    [InlineData("192.168.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("fe80::1%3", true)]
    [InlineData("1", false)]
    [InlineData("0x7f.0.0.1", false)]
    [InlineData("1.2.3", false)]
    [InlineData("[::1]:80", false)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("", false)]
    public void Addresses(string text, bool isAddress) => Assert.Equal(isAddress, WireType.IPAddress.TryParse(text, out _));

    [Theory]
    [InlineData("\"a\"", true)]
    [InlineData("\"\"", false)]
    [InlineData("\"ab\"", false)]
    [InlineData("1", false)]
    public void Characters(string json, bool isOne)
    {
        if (isOne)
            Assert.Equal(json, Json.Write(WireType.Char, Json.Read(WireType.Char, json)));
        else
            Assert.Throws<WireFormatException>(() => Json.Read(WireType.Char, json));
    }

    [Theory]
    [InlineData("10:00:00")]
    [InlineData("10:00:00Z")]
    [InlineData("10:00:00z")]
    [InlineData("10:00:00+02:00")]
    [InlineData("10:00:00.0000000-11:30")]
    public void Times_are_read_with_an_offset_and_without_one_and_written_without(string text)
    {
        Assert.Equal(new TimeOnly(10, 0), Json.Read(WireType.Time, $"\"{text}\"", new ReadOptions { Mode = ContractMode.Strict }));
        Assert.True(WireType.Time.TryParse(text, out var parsed));
        Assert.Equal("10:00:00", WireType.Time.Format(parsed));
    }

    [Theory]
    [InlineData("10:00")]
    [InlineData("24:00:00")]
    [InlineData("10:00:00+24:00")]
    [InlineData("10:00:00+0200")]
    [InlineData("10:00:00 Z")]
    [InlineData("10:00:00ZZ")]
    [InlineData("Z")]
    [InlineData("10 o'clock")]
    public void No_time(string text) => Assert.Throws<WireFormatException>(() => Json.Read(WireType.Time, $"\"{text}\""));

    [Theory]
    [InlineData("10:00:00.5", true)]
    [InlineData("10:00:00Z", false)]
    [InlineData("10:00:00+02:00", false)]
    public void Only_a_local_time_has_no_offset(string text, bool isOne) => Assert.Equal(isOne, WireType.LocalTime.TryParse(text, out _));

    [Fact]
    public void What_is_written_is_read_again()
    {
        Comes(WireType.Time, Gen.TimeOnly);
        Comes(WireType.Date, Gen.DateOnly);
        Comes(WireType.Duration, Gen.Long.Select(TimeSpan.FromTicks));
        Comes(WireType.LocalTime, Gen.TimeOnly);
        Comes(WireType.DotNetDuration, Gen.Long.Select(TimeSpan.FromTicks));
        Comes(WireType.LocalDateTime, Gen.Long[0, DateTime.MaxValue.Ticks].Select(t => new DateTime(t)));
        Comes(WireType.UnixTime, Gen.Long[0, DateTime.MaxValue.Ticks].Select(t => new DateTimeOffset(t, TimeSpan.Zero)));
        Comes(WireType.HttpDate, Gen.Long[0, 253402300799].Select(s => new DateTimeOffset(s * TimeSpan.TicksPerSecond, TimeSpan.Zero)));
        Comes(WireType.Guid, Gen.Guid);
        Comes(WireType.IPAddress, Gen.OneOf(Gen.Byte.Array[4], Gen.Byte.Array[16]).Select(b => new IPAddress(b)));
        Comes(WireType.Char, Gen.Char.Where(c => !char.IsSurrogate(c)));
        Comes(WireType.Double, Gen.Double.Where(double.IsFinite));
        Comes(WireType.Single, Gen.Float.Where(float.IsFinite));
        Comes(WireType.Decimal, Gen.Decimal);
        Comes(WireType.AsString(WireType.UInt64), Gen.ULong);
        Comes(WireType.Literal, Gen.OneOf(Gen.String.Where(IsUnicode).Select(t => (JsonLiteral)t), Gen.Long.Select(n => (JsonLiteral)n), Gen.Bool.Select(b => (JsonLiteral)b)));
    }

    private static void Comes<T>(WireType<T> type, Gen<T> values) => values.Sample(
        value =>
        {
            Assert.Equal(value, Json.Read(type, Json.Write(type, value), new ReadOptions { Mode = ContractMode.Strict }));
            if (value is not JsonLiteral)
                Assert.True(type.TryParse(type.Format(value), out var parsed) && EqualityComparer<T>.Default.Equals(value, parsed), type.Format(value));
        },
        iter: 1000);

    [Fact]
    public void No_text_makes_a_format_throw() => Gen.String.Where(IsUnicode).Sample(
        text =>
        {
            WireType.IPAddress.TryParse(text, out _);
            WireType.Uri.TryParse(text, out _);
            WireType.Duration.TryParse(text, out _);
            WireType.DotNetDuration.TryParse(text, out _);
            WireType.Time.TryParse(text, out _);
            WireType.HttpDate.TryParse(text, out _);
            WireType.LocalDateTime.TryParse(text, out _);
            WireType.UnixTime.TryParse(text, out _);
            WireType.Literal.TryParse(text, out _);
            WireType.Base64Url.TryParse(text, out _);
        },
        iter: 10_000);

    private static bool IsUnicode(string text)
    {
        try
        {
            return new System.Text.UTF8Encoding(false, true).GetByteCount(text) >= 0;
        }
        catch (System.Text.EncoderFallbackException)
        {
            return false;
        }
    }
}
