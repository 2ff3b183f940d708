using System.Text;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Specs;

/// <summary>What only YAML has: anchors, merge keys, block scalars, several documents.</summary>
public class YamlTreeReaderTests
{
    [Theory]
    [InlineData("a: 1\nb: 2\na: 3", "KILN0003 3:1 1")]
    [InlineData("200: a\n'200': b", "KILN0003 2:1 1")]
    [InlineData("{a: 1, a: 2}", "KILN0003 1:8 1")]
    [InlineData("? [a]\n: 1", "KILN0004 1:3")]
    [InlineData("? {a: 1}\n: 1", "KILN0004 1:3")]
    [InlineData("a: 1\n---\nb: 2", "KILN0005 2:1")]
    [InlineData("a: *x", "KILN0006 1:4")]
    [InlineData("a: &x\n  b: *x", "KILN0007 2:6")]
    [InlineData("a: &x [*x]", "KILN0007 1:8")]
    [InlineData("a: &x 1\n<<: *x", "KILN0010 2:1")]
    [InlineData("a: 1\0b: 2", "KILN0001 1:5")]
    public void A_bad_text_is_told_with_its_place(string yaml, string expected)
    {
        Trees.Read(yaml, out var diagnostics);

        var told = Assert.Single(diagnostics);
        var shown = $"{told.Rule.Id} {told.Location.Line}:{told.Location.Column} {(told.Arguments.Count > 1 ? told.Arguments[1] : "")}";
        Assert.StartsWith(expected, shown);
    }

    [Theory]
    [InlineData("b: &x {c: 1}\nd: *x", """{"b":{"c":1},"d":{"c":1}}""")]
    [InlineData("b: &x 1\nb2: &x 2\nd: *x", """{"b":1,"b2":2,"d":2}""")]
    [InlineData("b: &k key\n*k : 1", """{"b":"key","key":1}""")]
    [InlineData("b: &x {c: 1, d: 2}\ne:\n  <<: *x\n  d: 3", """{"b":{"c":1,"d":2},"e":{"d":3,"c":1}}""")]
    [InlineData("a: &x {c: 1}\nb: &y {c: 2, d: 2}\ne:\n  <<: [*x, *y]", """{"a":{"c":1},"b":{"c":2,"d":2},"e":{"c":1,"d":2}}""")]
    [InlineData("'<<': 1", """{"<<":1}""")]
    [InlineData("a: |\n  x\n    y\n\n  z\n", """{"a":"x\n  y\n\nz\n"}""")]
    [InlineData("a: >-\n  x\n  y\n", """{"a":"x y"}""")]
    [InlineData("%YAML 1.2\n---\na: 1\n...\n", """{"a":1}""")]
    [InlineData("a: \"\\u00e9\\x41\\/\"", """{"a":"éA/"}""")]
    [InlineData("{openapi: 3.1.0}", """{"openapi":"3.1.0"}""")]
    [InlineData("a: x\u2028y\nb: \"x\u0085y\"\n", """{"a":"x\u2028y","b":"x\u0085y"}""")]
    public void Good_YAML_means_what_it_says(string yaml, string json) => Assert.Equal(json, SpecJson.Write(Trees.Read(yaml)));

    [Fact]
    public void Spaces_on_a_blank_line_of_a_block_scalar_are_kept() =>
        Assert.Equal("x\n  \ny\n", ((SpecMap)Trees.Read("a: |\n  x\n    \n  y\n"))["a"].AsText());

    [Fact]
    public void A_first_blank_line_with_too_many_spaces_is_mended_and_moves_no_position()
    {
        var root = Assert.IsType<SpecMap>(Trees.Read("a: |\n      \n  text\n  more\nb: 1\n"));

        Assert.Equal("\ntext\nmore\n", root["a"].AsText());
        Assert.Equal(5, root.Entry("b")!.KeyLocation.Line);
    }

    [Fact]
    public void A_bomb_of_aliases_ends_in_a_diagnostic()
    {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++)
            yaml.AppendLine($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]");

        Trees.Read(yaml.ToString(), out var diagnostics);

        Assert.Equal("KILN0008", Assert.Single(diagnostics).Rule.Id);
    }

    [Fact]
    public void Aliases_cannot_nest_deeper_than_text_can()
    {
        var yaml = new StringBuilder("a0: &a0 {x: 1}\n");
        for (var i = 1; i < 1000; i++)
            yaml.AppendLine($"a{i}: &a{i} {{x: *a{i - 1}}}");

        Trees.Read(yaml.ToString(), out var diagnostics);

        Assert.Equal("KILN0009", Assert.Single(diagnostics).Rule.Id);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("{\"a\":")]
    public void Deep_text_ends_in_a_diagnostic(string opening)
    {
        Trees.Read(string.Concat(Enumerable.Repeat(opening, 10_000)), out var diagnostics);

        Assert.Contains(diagnostics, d => d.Rule == SpecRules.NestedTooDeeply);
    }
}
