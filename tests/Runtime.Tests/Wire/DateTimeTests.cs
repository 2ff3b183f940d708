using System.Globalization;
using CsCheck;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Tests.Wire;

public class DateTimeTests
{
    [Theory]
    [InlineData("2021-12-14T20:23:45.999000Z", "2021-12-14T20:23:45.999Z")]
    [InlineData("2021-12-14T20:23:46Z", "2021-12-14T20:23:46Z")]
    [InlineData("2021-12-14t20:23:46z", "2021-12-14T20:23:46Z")]
    [InlineData("2021-12-14T20:23:46.123456789Z", "2021-12-14T20:23:46.1234567Z")]
    [InlineData("2021-12-14T20:23:46.99999999999999999999Z", "2021-12-14T20:23:46.9999999Z")]
    [InlineData("2021-12-14T20:23:46.1+05:30", "2021-12-14T20:23:46.1+05:30")]
    [InlineData("2021-12-14T20:23:46-00:00", "2021-12-14T20:23:46Z")]
    [InlineData("2021-12-14T20:23:46-1130", "2021-12-14T20:23:46-11:30")]
    [InlineData("2021-12-14 20:23:46", "2021-12-14T20:23:46Z")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z")]
    [InlineData("2024-02-29T00:00:00+14:00", "2024-02-29T00:00:00+14:00")]
    public void Reads_and_writes(string text, string written)
    {
        Assert.True(WireType.DateTime.TryParse(text, out var value));
        Assert.Equal(written, WireType.DateTime.Format(value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2021-12-14")]
    [InlineData("2021-12-14T20:23")]
    [InlineData("2021-12-14T20:23:46.Z")]
    [InlineData("2021-12-14T20:23:46X")]
    [InlineData("2021-12-14T20:23:46ZZ")]
    [InlineData("2021-12-14T20:23:46+")]
    [InlineData("2021-12-14T20:23:46+5:30")]
    [InlineData("2021-12-14T20:23:46+05:99")]
    [InlineData("2021-12-14T20:23:46+15:00")]
    [InlineData("2021-12-14X20:23:46Z")]
    [InlineData("2021-02-29T00:00:00Z")]
    [InlineData("2021-13-01T00:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("9999-12-31T23:59:60Z")]
    [InlineData("2021-12-14T24:00:00Z")]
    [InlineData("2021-12-14T20:60:00Z")]
    [InlineData("2021-12-14T20:23:61Z")]
    [InlineData("２021-12-14T20:23:46Z")]
    public void Refuses(string text) => Assert.False(WireType.DateTime.TryParse(text, out _));

    private static readonly Gen<DateTimeOffset> Times =
        from ticks in Gen.Long[DateTime.MinValue.Ticks + TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay]
        from minutes in Gen.Int[-14 * 60, 14 * 60]
        select new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes));

    [Fact]
    public void Every_time_comes_back_from_its_text() => Times.Sample(time =>
        WireType.DateTime.TryParse(WireType.DateTime.Format(time), out var back) && back.EqualsExact(time));

    [Fact]
    public void Dotnet_understands_what_is_written() => Times.Sample(time =>
        DateTimeOffset.Parse(WireType.DateTime.Format(time), CultureInfo.InvariantCulture).EqualsExact(time));

    [Fact]
    public void Digits_beyond_ticks_change_nothing() => Gen.Select(Times, Gen.Int[0, 30]).Sample((time, digits) =>
    {
        var text = time.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture) + new string('9', digits) + time.ToString("zzz", CultureInfo.InvariantCulture);
        return WireType.DateTime.TryParse(text, out var back) && back.EqualsExact(time);
    });

    [Fact]
    public void No_text_makes_it_throw() => Gen.Char["0129-+:.TtZz "].Array[0, 40].Sample(chars => WireType.DateTime.TryParse(new(chars), out _) || true);
}
