using System.Xml;
using CsCheck;
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
