using Kiln.Generator.Api.Numbers;

namespace Kiln.Generator.Tests.Numbers;

/// <summary>Which patterns allow numbers only.</summary>
public sealed class NumberPatternTests
{
    [Theory]
    [InlineData(@"^-?(?:0|[1-9]\d*)$")]
    [InlineData(@"^\d+$")]
    [InlineData(@"^[0-9]+$")]
    [InlineData(@"^[0-9]{1,19}$")]
    [InlineData(@"^(\d{1,3}|[1-9]\d{3,})$")]
    [InlineData(@"^0$|^[1-9][0-9]*?$")]
    [InlineData(@"^[+-]?\d+$")]
    [InlineData(@"^[\-+]?[\d]+$")]
    [InlineData(@"^\-?7$")]
    [InlineData(@"^(1|2|3)$")]
    [InlineData(@"^(^\d+$)$")]
    public void Integers(string pattern) => Assert.Equal(PatternTexts.Integers, NumberPattern.Of(pattern));

    [Theory]
    [InlineData(@"^-?(?:0|[1-9]\d*)(?:\.\d+)?$")]
    [InlineData(@"^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$")]
    [InlineData(@"^[+-]?\d+(\.\d+)?$")]
    [InlineData(@"^\d*\.\d+$")]
    [InlineData(@"^\d+\.?$")]
    [InlineData(@"^\d{1,6}[.]\d{2}$")]
    [InlineData(@"^(\d+)?\.\d{0,9}5$")]
    public void Numbers(string pattern) => Assert.Equal(PatternTexts.Numbers, NumberPattern.Of(pattern));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(@"\d+")] // anywhere in a text
    [InlineData(@"^\d+")]
    [InlineData(@"\d+$")]
    [InlineData(@"^\d+|\d$")]
    [InlineData(@"^\d*$")] // empty
    [InlineData(@"^-?\d*$")]
    [InlineData(@"^\d{4}-\d{2}-\d{2}$")] // a date, though of characters that numbers have
    [InlineData(@"^[0-9-]+$")]
    [InlineData(@"^[0-9.]+$")]
    [InlineData(@"^\d+\.\d+\.\d+$")]
    [InlineData(@"^\d+%?$")]
    [InlineData(@"^\d+[kMG]?$")]
    [InlineData(@"^[0-9a-f]+$")]
    [InlineData(@"^[0-:]+$")]
    [InlineData(@"^0x\d+$")]
    [InlineData(@"^(auto|\d+)$")]
    [InlineData(@"^.$")]
    [InlineData(@"^[^a]$")]
    [InlineData(@"^\w+$")]
    [InlineData(@"^\D+$")]
    [InlineData(@"^(?=\d)\d+$")]
    [InlineData(@"^(?<n>\d+)$")]
    [InlineData(@"^(?i)\d+$")]
    [InlineData(@"^\d++$")]
    [InlineData(@"^*\d$")]
    [InlineData(@"^\d{2,1}$")]
    [InlineData(@"^\d{,3}$")]
    [InlineData(@"^\d{a}$")]
    [InlineData(@"^(\d+$")]
    [InlineData(@"^\d+)$")]
    [InlineData(@"^[\d+$")]
    [InlineData(@"^\")]
    [InlineData(@"^[\")]
    [InlineData(@"$5")] // nothing at all
    [InlineData(@"^1+e$")]
    [InlineData(@"^\d{100000}$")]
    [InlineData(@"^((((((()*)*){9,99}){9,99}){9,99}){9,99}){9,99}\d$")]
    [InlineData(@"^(((((\d?){99}){99}){99}){99}){99}$")]
    public void Others(string? pattern) => Assert.Equal(PatternTexts.Others, NumberPattern.Of(pattern));
}
