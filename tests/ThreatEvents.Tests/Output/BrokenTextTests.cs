using System.Buffers;
using System.Text;
using System.Text.Json;
using ThreatEvents.Output;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Output;

/// <summary>Text that is no text: half a surrogate pair, bytes that are not UTF-8. File names on a hostile machine can be that.</summary>
public sealed class BrokenTextTests
{
    [Theory]
    [InlineData("\"half \\ud800\"", "half \\ud800")]
    [InlineData("\"\\udc00\\ud800\"", "\\udc00\\ud800")]
    public void Half_a_pair_is_read_as_its_escape(string json, string expected) =>
        Assert.Equal(expected, JsonText.Of(JsonDocument.Parse(json).RootElement));

    [Fact]
    public void Bytes_that_are_not_utf8_are_read_as_replacement_characters()
    {
        using var document = JsonDocument.Parse((byte[])[(byte)'"', (byte)'a', 0xFF, (byte)'b', (byte)'"']);

        Assert.Equal("a\uFFFDb", JsonText.Of(document.RootElement));
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
    [InlineData("jsonl", "\"id\":\"1\"")]
    [InlineData("csv", "'1234567890123456789")]
    [InlineData("table", "cmd.exe")]
    public async Task A_name_with_half_a_pair_hides_no_other_field(string format, string expected)
    {
        // As long as a documented name, and the same up to the escape: that is when such a name is looked at.
        await using var console = await ScriptedConsole.WithEvents(
            """{"processName":"cmd.exe","agentId":"1234567890123456789","id":"1","\ud800agentIdprocessName":1,"process\ud800Nameeeee":1,"agent\ud800Id":2}""");

        Assert.Contains(expected, (await CommandRun.WithToken().Against(console.Address, "--format", format)).Done().Output);
    }

    private static string Compact(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var compact = new ArrayBufferWriter<byte>();
        CompactJson.Write(document.RootElement, compact);

        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(compact.WrittenSpan);
    }
}
