using System.Text.RegularExpressions;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Specs;

/// <summary>Where the mistake is in a text that is not YAML, and what is said of it; and which texts YamlDotNet alone rejects.</summary>
public sealed class YamlSyntaxErrorTests
{
    // A bit of everything that YAML has.
    private const string Rich =
        """
        openapi: 3.0.3 # a comment
        info:
          title: "Pets: \"and\" more"
          version: '1''s'
          description: |
            A text
              with lines
            of [any {kind
          x-folded: >-
            one
            two
        tags: [a, "b", 'c', {name: d, description: plain text}]
        servers:
        - url: https://a.example/v1#frag
          description: plain text
            that continues
        paths:
          /a/{id}:
            get: &anchor
              parameters:
                - {name: id, in: path, required: true,
                   schema: {type: array, items: {type: string}}}
                - name: "q"
                  in: query
              responses:
                '200': {description: "a quoted
                  text"}
            put: *anchor
        x-last: [1, 2,
          3]

        """;

    [Theory]
    [InlineData("a: {b: c\nd: e", "1:4", "this '{' has no closing '}'")]
    [InlineData("a:\n  - {n: 1, s: {t: i}\n  - x", "2:5", "this '{' has no closing '}'")]
    [InlineData("a:\n  - {n: 1, s: {t: i\n  - x", "2:15", "this '{' has no closing '}'")]
    [InlineData("a: [b, c\nd: e", "1:4", "this '[' has no closing ']'")]
    [InlineData("a: [b, c}\nd: e", "1:4", "this '[' has no closing ']'")]
    [InlineData("a: {b: c}}", "1:10", "this '}' closes nothing")]
    [InlineData("a: ]b", "1:4", "this ']' closes nothing")]
    [InlineData("x: y\na: \"b\nc: d", "2:4", "no closing \"")]
    [InlineData("x: y\na: 'b\nc: d", "2:4", "no closing '")]
    [InlineData("x: y\na: \"b\nc: \"d\"\ne: f", "2:4", "is its closing \" missing?")]
    [InlineData("x: y\na: 'b\nc: 'd'\ne: f", "2:4", "is its closing ' missing?")]
    [InlineData("x: y\na: {b: \"c}\nd: e", "2:8", "no closing \"")]
    [InlineData("a: |\n  b\n\tc", "3:1", "a tab is used as indentation")]
    [InlineData("a: b\nc:\n\t- d", "3:1", "a tab is used as indentation")]
    [InlineData("a:\n  b: c\n\td: e", "3:1", "a tab is used as indentation")]
    [InlineData("a: b\n\t# c\nd: e", "2:1", "a tab is used as indentation")]
    [InlineData("a: b: c", "1:5", "a value cannot contain ': '")]
    [InlineData("a: @b", "1:4", "a value cannot begin with '@'")]
    [InlineData("a: 'it's'", "1:8", "the value has ended before this")]
    [InlineData("a:\n    b: c\n  d: e", "3:3", "a key is expected here")]
    [InlineData("a:\n  b: x\n  y", "3:3", "neither a key")]
    [InlineData("a: [b, , c]", "1:8", "a value is expected here")]
    [InlineData("a: {b c: d, e]", "1:4", "this '{' has no closing '}'")]
    [InlineData("a: \"\\d\"", "1:4", "unknown escape sequence")]
    [InlineData("a: - b", "1:4", "an item that begins with '- ' is not allowed here")]
    [InlineData("  a: b\nc: d", "2:1", "already ended")]
    [InlineData("a: 1\0b: 2", "1:5", "NUL")]
    // What came before may be good YAML that YamlDotNet does not take.
    [InlineData("a:\n  b: \"x\n  y\"\nc: {d: e", "4:4", "this '{' has no closing '}'")]
    public void A_mistake_is_told_at_its_place(string yaml, string place, string words)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            Trees.Read(yaml.Replace("\n", lineEnd), out var diagnostics);

            var told = Assert.Single(diagnostics);
            Assert.Equal("KILN0001", told.Rule.Id);
            Assert.Equal(place, $"{told.Location.Line}:{told.Location.Column}");
            Assert.Contains(words, told.Message);
        }
    }

    [Fact]
    public void No_damage_is_told_at_the_start_of_the_text_or_in_the_words_of_a_library()
    {
        var text = Rich.ReplaceLineEndings("\n");
        string[] damages = ["", "\"", "'", "{", "}", "[", "]", ":", "\t", ",", "&", "*", "|", "\n", "%", "@", "? ", "- ", "\\", "#"];
        var errors = 0;
        // Past the first key: what is wrong with that is at the start.
        for (var i = 9; i < text.Length; i++)
        {
            Check(text[..i]);
            Check(text.Remove(i, 1));
            Check(text.Remove(i, 1).Insert(i, damages[i % damages.Length]));
            Check(text.Insert(i, damages[i * 7 % damages.Length]));
        }
        Assert.True(errors > 500, $"{errors} errors");

        void Check(string damaged)
        {
            Trees.Read(damaged, out var diagnostics);
            foreach (var error in diagnostics.Where(d => d.Rule == SpecRules.InvalidYaml))
            {
                errors++;
                Assert.False(error.Location is { Line: 1, Column: 1 }, damaged);
                Assert.DoesNotMatch(new Regex("While|Did not|Operation is|not allowed in this context|Exception|Parameter"), error.Message);
            }
        }
    }

    [Fact]
    public void No_cut_of_JSON_is_told_at_its_start_but_for_the_outermost_bracket()
    {
        var json = SpecJson.Write(Trees.Read(Rich));
        for (var i = 1; i < json.Length; i++)
        {
            Trees.Read(json[..i], out var diagnostics, "a.json");

            var told = Assert.Single(diagnostics);
            Assert.Equal("KILN0002", told.Rule.Id);
            Assert.True(told.Location.Column > 1 || told.Message.Contains("this '{' has no closing '}'"), told.Message);
        }
    }

    [Theory]
    [InlineData("a:\n  b: \"x\n  y\"\nc: d", """{"a":{"b":"x y"},"c":"d"}""")]
    [InlineData("a:\n  b: \"x\ny\"\nc: d", """{"a":{"b":"x y"},"c":"d"}""")]
    [InlineData("a:\n  b: \"x  \n\n \n  y\"\nc: d", """{"a":{"b":"x\n\ny"},"c":"d"}""")]
    [InlineData("a:\n  b: \"x \\\n  y\"\nc: d", """{"a":{"b":"x y"},"c":"d"}""")]
    [InlineData("a:\n  b: \"x\\\n  y\"\nc: d", """{"a":{"b":"xy"},"c":"d"}""")]
    [InlineData("a:\n  b: \"x\\n\n  \\ty # no\"\nc: d", """{"a":{"b":"x\n \ty # no"},"c":"d"}""")]
    [InlineData("a:\n  - b: \"x\n  y\"\n    e: 'p\n  q'\nc: d", """{"a":[{"b":"x y","e":"p q"}],"c":"d"}""")]
    [InlineData("a:\n  b: {\n  c: d\n  }\ne: f", """{"a":{"b":{"c":"d"}},"e":"f"}""")]
    [InlineData("a:\n  b: [\nc, d\n]\ne: f", """{"a":{"b":["c","d"]},"e":"f"}""")]
    [InlineData("a:\n  b: [c, # one\n# two\n d]\ne: f", """{"a":{"b":["c","d"]},"e":"f"}""")]
    [InlineData("a:\n  b: {c: d\n  d, e: \"f\n\ng\"}\nh: i", """{"a":{"b":{"c":"d d","e":"f\ng"}},"h":"i"}""")]
    [InlineData("a: \"b\"# comment\nc: [d]# comment\ne: f", """{"a":"b","c":["d"],"e":"f"}""")]
    [InlineData("a: |\n      \n  text \"not quoted\n  [ {\nb:\n  c: \"x\n  y\"", """{"a":"\ntext \"not quoted\n[ {\n","b":{"c":"x y"}}""")]
    public void YAML_that_other_parsers_take_is_taken(string yaml, string json)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            var root = (SpecMap)Trees.Read(yaml.Replace("\n", lineEnd));
            var last = root.Entries[^1].Value;

            Assert.Equal(json, SpecJson.Write(root));
            // No position has moved.
            var lines = yaml.Split('\n');
            if (last is SpecScalar)
                Assert.Equal((lines.Length, lines[^1].Length), (last.Location.Line, last.Location.Column));
        }
    }
}
