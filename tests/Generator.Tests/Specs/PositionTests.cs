using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Specs;

/// <summary>Where nodes stand: lines and columns from 1, in UTF-16 code units, for each kind of line end.</summary>
public class PositionTests
{
    private const string Yaml =
        """
        a: 1
        map:   # a comment
          key: 'text'
          list:
            - x
            - {y: 2}

        # the end
        """;

    private const string Json =
        """
        {
          "a": 1,
          "map": { "key": "text",
            "list": ["x", {"y": 2}] }
        }
        """;

    [Theory]
    [InlineData("/a", "1:4-1:5")]
    [InlineData("/map", "3:3-6:13")]
    [InlineData("/map/key", "3:8-3:14")]
    [InlineData("/map/list", "5:5-6:13")]
    [InlineData("/map/list/0", "5:7-5:8")]
    [InlineData("/map/list/1", "6:7-6:13")]
    [InlineData("/map/list/1/y", "6:11-6:12")]
    [InlineData("/map/missing/deeper", "3:3-6:13")]
    public void A_node_of_YAML_knows_its_place(string pointer, string expected)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n", "\r" })
            Assert.Equal(expected, LocationOf(Yaml.ReplaceLineEndings(lineEnd), pointer));
    }

    [Theory]
    [InlineData("", "1:1-5:2")]
    [InlineData("/a", "2:8-2:9")]
    [InlineData("/map", "3:10-4:30")]
    [InlineData("/map/key", "3:19-3:25")]
    [InlineData("/map/list/1/y", "4:25-4:26")]
    public void A_node_of_JSON_knows_its_place(string pointer, string expected)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n", "\r" })
            Assert.Equal(expected, LocationOf(Json.ReplaceLineEndings(lineEnd), pointer));
    }

    [Fact]
    public void A_key_knows_its_place()
    {
        var map = Assert.IsType<SpecMap>(Trees.Read(Yaml));
        Assert.Equal("2:1-2:4", Show(map.Entry("map")!.KeyLocation));

        map = Assert.IsType<SpecMap>(Trees.Read(Json));
        Assert.Equal("3:3-3:8", Show(map.Entry("map")!.KeyLocation));
    }

    [Theory]
    [InlineData("\uFEFFa: 1")]
    [InlineData("\uFEFF{\"a\":1}")]
    public void A_byte_order_mark_is_no_column(string text) =>
        Assert.Equal(1, Trees.Read(text).Location.Column);

    [Theory]
    [InlineData("{\"a\":\"😀\",\"b\":1}", "1:15-1:16")]
    [InlineData("{a: 😀, b: 1}", "1:12-1:13")]
    public void A_column_counts_UTF_16_code_units(string text, string expected) => Assert.Equal(expected, LocationOf(text, "/b"));

    [Fact]
    public void An_alias_stands_where_its_anchor_does() =>
        Assert.Equal("1:4-1:8", LocationOf("a: &x 1\nb: *x", "/b"));

    private static string LocationOf(string text, string pointer)
    {
        var root = Assert.IsType<SpecMap>(Trees.Read(text));
        return Show(new SpecDocument("a.yaml", root).LocationOf(pointer));
    }

    private static string Show(SourceLocation place) => $"{place.Line}:{place.Column}-{place.EndLine}:{place.EndColumn}";
}
