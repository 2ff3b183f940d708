using System.Text;
using Kiln.Generator.Specs.Tree;
using Kiln.Tool.Documents;

namespace Kiln.Tool.Tests.Documents;

public sealed class SpecFileTests : IDisposable
{
    private const string Text = "title: Grüße, 世界 🔥\n";

    private readonly Workbench bench = new();

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    public void Dispose() => bench.Dispose();

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Reads_text_with_a_byte_order_mark(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        File.WriteAllBytes(bench.PathOf("s.yaml"), [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);

        Assert.Equal(new SpecText("s.yaml", Text), Read("s.yaml"));
    }

    [Fact]
    public void Reads_UTF8_without_a_mark()
    {
        File.WriteAllBytes(bench.PathOf("s.yaml"), Encoding.UTF8.GetBytes(Text));

        Assert.Equal(Text, Read("s.yaml").Text);
    }

    [Fact]
    public void An_empty_file_is_an_empty_text()
    {
        File.WriteAllBytes(bench.PathOf("s.yaml"), []);

        Assert.Equal("", Read("s.yaml").Text);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', 0xFC, (byte)'b' })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xDC, 0x41, 0x00 })]
    public void Other_bytes_are_refused_rather_than_replaced(byte[] bytes)
    {
        File.WriteAllBytes(bench.PathOf("s.yaml"), bytes);

        var failure = Assert.Throws<KilnFailure>(() => Read("s.yaml"));

        Assert.Equal("cannot read s.yaml: it is neither UTF-8, nor UTF-16 or UTF-32 with a byte order mark.", failure.Message);
        Assert.Equal(ExitCodes.Usage, failure.ExitCode);
    }

    [Fact]
    public void A_directory_is_no_document() =>
        Assert.Equal("cannot read .: it is a directory, not a document.", Assert.Throws<KilnFailure>(() => Read(".")).Message);

    [Fact]
    public void A_file_beyond_the_limit_is_refused_without_reading_it()
    {
        using (var file = File.Create(bench.PathOf("s.yaml")))
            file.SetLength(SpecFile.MaxBytes + 1L);

        Assert.Equal(
            "cannot read s.yaml: it has more than 256 MB, the maximum for a document.",
            Assert.Throws<KilnFailure>(() => Read("s.yaml")).Message);
    }

    [Fact]
    public void A_stream_without_an_end_or_a_length_is_refused_at_the_limit()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no /dev/zero on this machine.");

        var failure = Assert.Throws<KilnFailure>(() => SpecFile.Read(Console(), "/dev/zero", TestContext.Current.CancellationToken, maxBytes: 1024 * 1024));

        Assert.Equal("cannot read /dev/zero: it has more than 1 MB, the maximum for a document.", failure.Message);
    }

    private SpecText Read(string path) => SpecFile.Read(Console(), path, TestContext.Current.CancellationToken);

    private KilnConsole Console() => new(TextWriter.Null, TextWriter.Null, IsTerminal: false, bench.Root);
}
