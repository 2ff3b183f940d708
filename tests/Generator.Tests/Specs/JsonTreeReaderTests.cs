using System.Text;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Specs;

public class JsonTreeReaderTests
{
    [Theory]
    [InlineData("""{"a":1,}""", "1:8", "trailing")]
    [InlineData("""{"a":[1,]}""", "1:9", "trailing")]
    [InlineData("""{"a":[,1]}""", "1:7", "a value is expected here")]
    [InlineData("""{a:1}""", "1:2", "a key in double quotes")]
    [InlineData("""{'a':1}""", "1:2", "double quotes")]
    [InlineData("""{"a":'b'}""", "1:6", "double quotes")]
    [InlineData("""{"a" 1}""", "1:6", "':'")]
    [InlineData("""{"a":1 "b":2}""", "1:8", "','")]
    [InlineData("{\n  \"a\": 1\n  // b\n}", "3:3", "','")]
    [InlineData("{ // b\n}", "1:3", "no comments")]
    [InlineData("""{"a":tru}""", "1:6", "a value is expected here")]
    [InlineData("""{"a":True}""", "1:6", "a value is expected here")]
    [InlineData("""{"a":01}""", "1:6", "leading zero")]
    [InlineData("""{"a":-}""", "1:7", "digit")]
    [InlineData("""{"a":1.}""", "1:8", "digit")]
    [InlineData("""{"a":1e+}""", "1:9", "digit")]
    [InlineData("""{"a":"b""", "1:6", "no closing quote")]
    [InlineData("""{"a":"b\q"}""", "1:8", "'\\'")]
    [InlineData("""{"a":"\u12g4"}""", "1:7", "hexadecimal")]
    [InlineData("""{"a":"\u12""", "1:7", "hexadecimal")]
    [InlineData("{\"a\":\"b\nc\"}", "1:6", "no closing quote")]
    [InlineData("""{"a":1}}""", "1:8", "remove what follows")]
    [InlineData("""{"a":1""", "1:1", "this '{' has no closing '}'")]
    [InlineData("""{"a":""", "1:1", "this '{' has no closing '}'")]
    [InlineData("{", "1:1", "this '{' has no closing '}'")]
    [InlineData("[", "1:1", "this '[' has no closing ']'")]
    [InlineData("{\"a\":\n  {\"b\": [1, 2],\n   \"c\": 3,\n", "2:3", "this '{' has no closing '}'")]
    [InlineData("{\"a\":\n  [1, 2", "2:3", "this '[' has no closing ']'")]
    [InlineData("{\"a\": [1, 2}", "1:12", "the array's ']'")]
    public void A_bad_text_is_told_with_its_place_and_what_to_do(string json, string place, string words)
    {
        Assert.Null(Trees.Read(json, out var diagnostics, "a.json"));

        var told = Assert.Single(diagnostics);
        Assert.Equal("KILN0002", told.Rule.Id);
        Assert.Equal(place, $"{told.Location.Line}:{told.Location.Column}");
        Assert.Contains(words, told.Message);
    }

    [Theory]
    [InlineData("""{"a":"\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00"}""", "\"\\/\b\f\n\r\tA\u00e9\ud83d\ude00")]
    [InlineData("""{"a":""}""", "")]
    public void A_string_is_its_characters(string json, string expected) =>
        Assert.Equal(expected, ((SpecMap)Trees.Read(json, "a.json"))["a"].AsText());

    [Fact]
    public void Half_a_surrogate_pair_is_kept() =>
        Assert.Equal("\ud800", ((SpecMap)Trees.Read("""{"a":"\ud800"}""", "a.json"))["a"].AsText());

    [Theory]
    [InlineData("""{"a":[1,-0.5e+10,123456789012345678901234567890,true,false,null,{},[]],"b":{"c":"d"}}""")]
    [InlineData("""{"openapi":"3.0.0","x":"\uD800 \u0000 \u2028 \u007F"}""")]
    [InlineData("[]")]
    public void What_is_read_is_written_again(string json) => Assert.Equal(json, SpecJson.Write(Trees.Read(json, "a.json")));

    [Fact]
    public void A_key_that_stands_twice_is_told()
    {
        Trees.Read("{\"a\":1,\n \"a\":2}", out var diagnostics, "a.json");

        Assert.Equal("a.json(2,2): error KILN0003: Duplicate key 'a', first used on line 1; remove or rename one of the two", Assert.Single(diagnostics).ToString());
    }

    [Fact]
    public void The_version_is_written_first() =>
        Assert.Equal("""{"openapi":"3.1.0","x-example":{"openapi":"2.0"}}""", SpecJson.Write(Trees.Read("""{"x-example":{"openapi":"2.0"},"openapi":"3.1.0"}""")));

    [Fact]
    public void A_large_document_is_read_without_more_memory_than_it_needs()
    {
        var json = new StringBuilder("{\"paths\":{");
        for (var i = 0; json.Length < 13_000_000; i++)
            json.Append(i == 0 ? "" : ",").Append($"\"/path/{i}\":{{\"get\":{{\"description\":\"Some text that is read \\\"quickly\\\"\",\"parameters\":[1,2,3]}}}}");
        var text = json.Append("}}").ToString();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Trees.Read(text, "a.json");

        // Some nine bytes for each of the text's; a reader that copies what it has read so far asks for very many times that.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, text.Length, 20L * text.Length);
    }
}
