using System.Text;
using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Requests.Document;

namespace Kiln.Generator.Tests.Requests.Decoding;

/// <summary>The decoder itself reads the examples of the specifications, and refuses what is none of them.</summary>
public sealed class DecoderTests
{
    // OpenAPI 3.1.1, "Style Examples", with what is encoded there.
    [Theory]
    [InlineData("simple", false, ".", "blue,black,brown", """["blue","black","brown"]""")]
    [InlineData("simple", false, ".", "R,100,G,200", """{"R":"100","G":"200"}""")]
    [InlineData("simple", true, ".", "R=100,G=200", """{"R":"100","G":"200"}""")]
    [InlineData("label", false, ".", ".blue,black", """["blue","black"]""")]
    [InlineData("label", true, ".", ".blue.black", """["blue","black"]""")]
    [InlineData("label", false, ".", ".R,100,G,200", """{"R":"100","G":"200"}""")]
    [InlineData("label", true, ".", ".R=100.G=200", """{"R":"100","G":"200"}""")]
    [InlineData("matrix", false, ".", ";color=blue", "\"blue\"")]
    [InlineData("matrix", false, ".", ";color=blue,black", """["blue","black"]""")]
    [InlineData("matrix", true, ".", ";color=blue;color=black", """["blue","black"]""")]
    [InlineData("matrix", false, ".", ";color=R,100,G,200", """{"R":"100","G":"200"}""")]
    [InlineData("matrix", true, ".", ";R=100;G=200", """{"R":"100","G":"200"}""")]
    [InlineData("simple", false, ".", "a%2Cb,c", """["a,b","c"]""")]
    [InlineData("form", true, "?", "color=blue&color=black", """["blue","black"]""")]
    [InlineData("form", false, "?", "color=blue,black", """["blue","black"]""")]
    [InlineData("form", true, "?", "R=100&G=200", """{"R":"100","G":"200"}""")]
    [InlineData("form", false, "?", "color=R,100,G,200", """{"R":"100","G":"200"}""")]
    [InlineData("spaceDelimited", false, "?", "color=blue%20black", """["blue","black"]""")]
    [InlineData("spaceDelimited", false, "?", "color=R%20100%20G%20200", """{"R":"100","G":"200"}""")]
    [InlineData("pipeDelimited", false, "?", "color=blue%7Cblack", """["blue","black"]""")]
    [InlineData("deepObject", true, "?", "color%5BR%5D=100&color%5BG%5D=200", """{"R":"100","G":"200"}""")]
    [InlineData("deepObject", true, "?", "color%5Ba%5D%5B0%5D=1&color%5Ba%5D%5B1%5D=2&color%5Bb%5D%5Bc%5D=3", """{"a":["1","2"],"b":{"c":"3"}}""")]
    public void Reads_each_style(string style, bool explode, string place, string sent, string meant)
    {
        var (how, value) = (new Serialization(style, explode), JsonNode.Parse(meant));

        var read = place == "?"
            ? PairDecoder.OfQuery(sent).Read("color", how, Forms.Of(value), _ => true, t => PercentText.Decode(t, isForm: true))
            : StyleDecoder.Read(sent, "color", how, Forms.Of(value), t => PercentText.Decode(t));

        Assert.Empty(Values.Differences(value, read, isText: true));
    }

    [Theory]
    [InlineData("blue black")]
    [InlineData("100%")]
    [InlineData("%FF")]
    [InlineData("ä")]
    public void Refuses_what_is_not_encoded(string sent)
    {
        var fault = Record.Exception(() => PercentText.Decode(sent));

        Assert.True(fault is FormatException or DecoderFallbackException, fault?.ToString());
    }

    [Theory]
    [InlineData("1", "\"1\"", true)]
    [InlineData("1.10", "\"1.1\"", true)]
    [InlineData("1", "\"2\"", false)]
    [InlineData("\"a\"", "\"b\"", false)]
    [InlineData("true", "\"false\"", false)]
    [InlineData("""["a","b"]""", """["b","a"]""", false)]
    [InlineData("""{"a":"1"}""", """{"a":"1","b":"2"}""", false)]
    [InlineData("""{"a":"1","b":"2"}""", """{"a":"1"}""", false)]
    [InlineData("""{"a":{"b":[1]}}""", """{"a":"{\"b\":[1]}"}""", true)]
    [InlineData("\"2024-02-29T23:59:59Z\"", "\"2024-02-29T23:59:59+00:00\"", true)]
    public void Compares_by_value(string meant, string sent, bool isOne) =>
        Assert.Equal(isOne, !Values.Differences(JsonNode.Parse(meant), JsonNode.Parse(sent), isText: true).Any());

    [Fact]
    public void Takes_a_multipart_body_apart()
    {
        var body = "--x\r\nContent-Disposition: form-data; name=\"a;%22\"\r\n\r\n1\r\n2\r\n--x\r\nContent-Disposition: form-data; name=f; filename=\"b;c.png\"\r\nContent-Type: image/png\r\n\r\n\r\n--x--\r\n";

        var parts = Multipart.Read(Encoding.UTF8.GetBytes(body), "multipart/form-data; boundary=\"x\"");

        Assert.Equal([("a;\"", null, "1\r\n2"), ("f", "b;c.png", "")], parts.Select(p => (p.Name!, p.FileName, Encoding.UTF8.GetString(p.Body))));
        Assert.Equal("image/png", parts[1].Header("content-type"));
    }

    [Theory]
    [InlineData("/files/{name}.{ext}", "/files/a%2Fb.png", "name=a%2Fb ext=png")]
    [InlineData("/pets/{;id*}", "/pets/;id=1", "id=;id=1")]
    [InlineData("/é/{id}", "/%C3%A9/5", "id=5")]
    [InlineData("/pets/{id}", "/pets/5/6", null)]
    [InlineData("/pets/{id}", "/cats/5", null)]
    public void Takes_a_path_apart(string template, string path, string? values) =>
        Assert.Equal(values, PathDecoder.Read(template, path) is { } read ? string.Join(' ', read.Select(p => $"{p.Key}={p.Value}")) : null);
}
