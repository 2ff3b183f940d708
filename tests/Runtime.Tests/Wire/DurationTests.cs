using System.Xml;
using CsCheck;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Tests.Wire;

/// <summary>Durations are read as by <see cref="XmlConvert"/>, which has the same form; weeks aside, which it does not know.</summary>
public class DurationTests
{
    private static readonly string[] Parts =
        ["P", "T", "-", "1", "0", "12", "13", "365", "2147483647", "2147483648", "106751", "99999999999", ".", ".5", ".12345678", "Y", "M", "D", "H", "M", "S", " ", "1Y", "2M", "3D", "T4H", "5M", "6S"];

    [Theory]
    [InlineData("P2W", 14)]
    [InlineData("P0W", 0)]
    public void Weeks_are_seven_days(string text, int days)
    {
        Assert.True(WireType.Duration.TryParse(text, out var value));
        Assert.Equal(TimeSpan.FromDays(days), value);
    }

    [Theory]
    [InlineData("PW")]
    [InlineData("P1W1D")]
    [InlineData("P1D1W")]
    [InlineData("-P1W")]
    [InlineData("P2147483648W")]
    [InlineData("P2000000W")]
    public void Weeks_stand_alone(string text) => Assert.False(WireType.Duration.TryParse(text, out _));

    [Theory]
    [InlineData("1.02:03:04", 93784)]
    [InlineData("00:01:30", 90)]
    [InlineData("00:01:30.5000000", 90.5)]
    [InlineData("-00:01:30", -90)]
    [InlineData("-1.00:00:00", -86400)]
    public void Dotnets_own_form_is_read(string text, double seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), Json.Read(WireType.DotNetDuration, $"\"{text}\"", new ReadOptions { Mode = ContractMode.Strict }));
        Assert.Equal(text, WireType.DotNetDuration.Format(TimeSpan.FromSeconds(seconds)));

        // Where the document says that it is another, it breaks the contract.
        var seen = new List<ContractViolation>();
        Assert.Equal(TimeSpan.FromSeconds(seconds), Json.Read(WireType.Duration, $"\"{text}\"", new ReadOptions { OnViolation = seen.Add }));
        Assert.Equal(new("$", "a duration of RFC 3339", $"string \"{text}\""), Assert.Single(seen));
        Assert.Throws<WireFormatException>(() => Json.Read(WireType.Duration, $"\"{text}\"", new ReadOptions { Mode = ContractMode.Strict }));
        Assert.Equal(XmlConvert.ToString(TimeSpan.FromSeconds(seconds)), WireType.Duration.Format(TimeSpan.FromSeconds(seconds)));
    }

    [Fact]
    public void Rfc_3339_is_read_where_dotnets_form_is_declared() =>
        Assert.Equal(TimeSpan.FromSeconds(90), Json.Read(WireType.DotNetDuration, "\"PT1M30S\"", new ReadOptions { Mode = ContractMode.Strict }));

    [Theory]
    [InlineData("5")]
    [InlineData("1:30")]
    [InlineData("24:00:00")]
    [InlineData("00:61:00")]
    [InlineData("00:00:00.12345678")]
    [InlineData("1:00:00:00")]
    [InlineData("ninety seconds")]
    [InlineData("")]
    public void What_is_in_neither_form_is_refused(string text)
    {
        Assert.Throws<WireFormatException>(() => Json.Read(WireType.Duration, $"\"{text}\""));
        Assert.Throws<WireFormatException>(() => Json.Read(WireType.DotNetDuration, $"\"{text}\""));
    }

    [Fact]
    public void All_else_is_as_xml_schema_says() => Gen.OneOf(
            Gen.Int[0, Parts.Length - 1].Array[0, 6].Select(places => string.Concat(places.Select(p => Parts[p]))),
            Gen.Int[0, Parts.Length - 1].Array[0, 6].Select(places => "P" + string.Concat(places.Select(p => Parts[p]))),
            Gen.Long.Select(ticks => XmlConvert.ToString(new TimeSpan(ticks))))
        .Sample(
            text =>
            {
                TimeSpan? expected = null;
                try
                {
                    expected = XmlConvert.ToTimeSpan(text);
                }
                catch (Exception e) when (e is FormatException or OverflowException)
                {
                }

                var isRead = WireType.Duration.TryParse(text, out var value);

                Assert.True(expected is null != isRead && (!isRead || value == expected), $"'{text}': {expected?.ToString() ?? "refused"}, and {(isRead ? value : "refused")} here");
            },
            iter: 20_000);
}
