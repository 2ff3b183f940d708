using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Tests.Responses;

/// <summary>Headers that are lists, objects and JSON.</summary>
public sealed class StructuredHeaderTests
{
    [Theory]
    [InlineData("1,2", "1|2")]
    [InlineData(" 1 ,\t2 , ", "1|2")]
    [InlineData(",,1", "1")]
    [InlineData("", "")]
    [InlineData("1,x", null)]
    public void A_list_has_the_items_between_commas(string text, string? expected) =>
        Assert.Equal(expected, Of(text).GetList("X-A", WireType.Int32) is { } list ? string.Join("|", list) : null);

    [Theory]
    [InlineData("\"a,b\",c", "\"a,b\"|c")]
    [InlineData("\"a\\\",b\",c", "\"a\\\",b\"|c")]
    [InlineData("\"a,b", "\"a,b")]
    [InlineData("\"a\\", "\"a\\")]
    [InlineData("W/\"1\", \"2\"", "W/\"1\"|\"2\"")]
    public void A_comma_within_quotes_ends_no_item(string text, string expected) => Assert.Equal(expected, string.Join("|", Of(text).GetList("x-a", WireType.String)!));

    [Fact]
    public void Several_lines_are_one_list() => Assert.Equal([1, 2, 3], Of("1,2", "3").GetList("X-A", WireType.Int32));

    [Theory]
    [InlineData("R,100,G,200", false, "R=100 G=200")]
    [InlineData("R=100, G=200", true, "R=100 G=200")]
    [InlineData("", false, "")]
    [InlineData("R,100,G", false, null)]
    [InlineData("R=100,G", true, null)]
    [InlineData("=100", true, null)]
    public void An_object_has_names_and_values(string text, bool explode, string? expected) => Assert.Equal(
        expected,
        Of(text).GetObject("X-A", WireType.Dictionary(WireType.Int32), explode) is { } map ? string.Join(" ", map.Select(p => $"{p.Key}={p.Value}")) : null);

    [Theory]
    [InlineData("5", 5)]
    [InlineData("null", null)]
    [InlineData("{", null)]
    [InlineData("", null)]
    public void JSON_is_read_as_its_type(string text, int? expected) => Assert.Equal(expected, Of(text).GetJson("X-A", WireType.Nullable(WireType.Int32)));

    [Fact]
    public void What_is_missing_is_null()
    {
        Assert.Null(ResponseHeaders.Empty.GetList("X-A", WireType.Int32));
        Assert.Null(ResponseHeaders.Empty.GetObject("X-A", WireType.Dictionary(WireType.Int32)));
        Assert.Null(ResponseHeaders.Empty.GetJson("X-A", WireType.Nullable(WireType.Int32)));
        Assert.Null(ResponseHeaders.Empty.GetJson("X-A", WireType.Nullable(WireType.Json)));
    }

    private static ResponseHeaders Of(params string[] lines) => new([KeyValuePair.Create<string, IEnumerable<string>>("X-A", lines)]);
}
