using System.Buffers;
using System.Text;
using System.Text.Json;
using ThreatEvents.Output;

namespace ThreatEvents.Tests.Output;

/// <summary>Text that is no text: half a surrogate pair, bytes that are not UTF-8. File names on a hostile machine can be that.</summary>
public sealed class BrokenTextTests
{
    [Theory]
    [InlineData("\"half \\ud800\"", "half \\ud800")]
    [InlineData("\"\\udc00\\ud800\"", "\\udc00\\ud800")]
    public void Half_a_pair_is_read_as_its_escape(string json, string expected) =>
        Assert.Equal(expected, JsonText.Of(ShownJson.Of(JsonDocument.Parse(json).RootElement)));

    [Fact]
    public void Bytes_that_are_not_utf8_are_read_as_replacement_characters()
    {
        using var document = JsonDocument.Parse((byte[])[(byte)'"', (byte)'a', 0xFF, (byte)'b', (byte)'"']);

        Assert.Equal("a\uFFFDb", JsonText.Of(ShownJson.Of(document.RootElement)));
    }

    [Theory]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    public void Half_a_pair_is_written_as_it_came(string json) => Assert.Equal(json, Compact(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Bytes_that_are_not_utf8_are_written_so_that_the_line_is_valid() =>
        Assert.Equal("\"\uFFFD\uFFFD(\"", Compact([(byte)'"', 0xFF, 0xC3, (byte)'(', (byte)'"']));

    [Fact]
    public void Half_a_pair_is_shown_as_its_escape() => Assert.Equal("a\\ud800b", SafeText.OneLine("a\ud800b"));

    [Theory]
    [InlineData("processName", "cmd.exe")]
    [InlineData("id", "1")]
    public void A_name_with_half_a_pair_hides_no_other_field(string field, string expected)
    {
        // As long as a documented name, and the same up to the escape: that is when such a name is looked at.
        using var document = JsonDocument.Parse(
            """{"processName":"powershell","processName":"cmd.exe","id":"1","\ud800processName":1,"process\ud800Nameeeee":1,"i\ud800dddd":2,"\u0069d\ud800":3}""");

        Assert.Equal(expected, JsonText.OfField(ShownJson.Of(document.RootElement), field));
    }

    private static string Compact(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var compact = new ArrayBufferWriter<byte>();
        CompactJson.Write(document.RootElement, compact);

        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(compact.WrittenSpan);
    }
}
