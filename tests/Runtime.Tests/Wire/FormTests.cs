using System.Text.Json;
using CsCheck;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Sample.Models;

namespace Kiln.Runtime.Tests.Wire;

/// <summary>A value that its C# type cannot give back as it came is read all the same, and written as it came unless somebody changed it.</summary>
public sealed class FormTests
{
    public static TheoryData<string, string> FormatChanges() => new()
    {
        { "number", "12345678901234567890" },
        { "number", "0.12345678901234567890123" },
        { "number", "1e-400" },
        { "single", "16777217" },
        { "exact", "0.12345678901234567890123456789012345" },
        { "at", "\"2024-05-01t00:00:00z\"" },
        { "at", "\"2024-05-01T00:00:00+00:00\"" },
        { "at", "\"2024-05-01T00:00:00.123456789Z\"" },
        { "at", "\"2016-12-31T23:59:60Z\"" },
        { "key", "\"2F4E1E0A-1B2C-4D3E-8F90-A1B2C3D4E5F6\"" },
        { "took", "\"PT60S\"" },
        { "took", "\"P2W\"" },
        { "bytes", "\"AAE\\/\"" },
        { "link", "\"https://api.example.com/repos{/sha}\"" },
        { "link", "\"\"" },
        { "link", "\"HTTP://EXAMPLE.com:80/a b\"" },
        { "address", "\"2001:DB8:0:0:0:0:0:1\"" },
        { "big", "\"007\"" },
        { "numbers", "[1,0.1000000000000000055511151231257827,2]" },
        { "level", "1.0" },
        { "level", "99" },
    };

    [Theory]
    [MemberData(nameof(FormatChanges))]
    public void What_is_not_changed_is_written_as_it_came(string field, string json)
    {
        var read = Json.Read(WireType.Model<Measures>(), Body(field, json));

        var written = JsonDocument.Parse(Json.Write(WireType.Model<Measures>(), read)).RootElement.GetProperty(field);

        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(json).RootElement, written), $"{json} became {written.GetRawText()}");
        Assert.Empty(read.AdditionalData);
    }

    [Fact]
    public void What_is_changed_is_written_as_it_is_now()
    {
        var read = Json.Read(WireType.Model<Measures>(), Body("number", "12345678901234567890"));

        read.Number = 1;
        read.At = read.At.AddDays(1);

        Assert.Equal("""{"number":1,"at":"2024-05-02T00:00:00Z","level":1}""", Json.Write(WireType.Model<Measures>(), read));
    }

    [Fact]
    public void What_is_taken_away_is_not_written()
    {
        var read = Json.Read(WireType.Model<Measures>(), Body("number", "12345678901234567890"));

        read.Number = null;

        Assert.DoesNotContain("number", Json.Write(WireType.Model<Measures>(), read));
    }

    [Fact]
    public void Of_equal_names_the_last_counts()
    {
        var read = Json.Read(WireType.Model<Measures>(), """{"at":"2024-05-01T00:00:00+00:00","level":1,"number":12345678901234567890,"number":2}""");

        Assert.Equal("""{"number":2,"at":"2024-05-01T00:00:00+00:00","level":1}""", Json.Write(WireType.Model<Measures>(), read));
    }

    [Theory]
    [InlineData("1.50", "15e-1", true)]
    [InlineData("-0.0", "0", true)]
    [InlineData("1e3", "1000", true)]
    [InlineData("0.001", "1E-3", true)]
    [InlineData("100", "10", false)]
    [InlineData("1", "-1", false)]
    [InlineData("0.1", "0.10000000000000001", false)]
    [InlineData("1e999999999999999999", "1e5", false)]
    public void Numbers_are_compared_by_value(string one, string other, bool areEqual)
    {
        Assert.Equal(areEqual, JsonLiteral.Parse(one) == JsonLiteral.Parse(other));
        Assert.Equal(areEqual, JsonLiteral.Parse(other) == JsonLiteral.Parse(one));
    }

    [Fact]
    public void A_decimal_and_its_spellings_are_one_number() => Gen.Select(Gen.Decimal, Gen.Int[0, 5]).Sample((number, zeros) =>
    {
        var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var longer = (text.Contains('.') ? text : text + ".") + new string('0', zeros + 1);
        Assert.Equal(JsonLiteral.Parse(text), JsonLiteral.Parse(longer));
        Assert.Equal(JsonLiteral.Parse(text), JsonLiteral.Parse(longer + "e0"));
        Assert.Equal(JsonLiteral.Parse(text).GetHashCode(), JsonLiteral.Parse(longer).GetHashCode());
    });

    [Fact]
    public void A_double_comes_back_whatever_its_digits() => Gen.Double.Where(double.IsFinite).Sample(number =>
    {
        var json = number.ToString("G17", System.Globalization.CultureInfo.InvariantCulture);
        var read = Json.Read(WireType.Model<Measures>(), Body("number", json));

        var written = JsonDocument.Parse(Json.Write(WireType.Model<Measures>(), read)).RootElement.GetProperty("number").GetRawText();

        Assert.Equal(number, read.Number);
        Assert.Equal(JsonLiteral.Parse(json), JsonLiteral.Parse(written));
    });

    private static string Body(string field, string json) => field switch
    {
        "at" => $$"""{"at":{{json}},"level":1}""",
        "level" => $$"""{"at":"2024-05-01T00:00:00Z","level":{{json}}}""",
        _ => $$"""{"{{field}}":{{json}},"at":"2024-05-01T00:00:00Z","level":1}""",
    };
}
