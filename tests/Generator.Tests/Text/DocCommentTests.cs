using Kiln.Generator.Text;

namespace Kiln.Generator.Tests.Text;

public sealed class DocCommentTests
{
    [Fact]
    public void Long_lines_are_wrapped_at_words()
    {
        var long1 = new string('a', 130);

        Assert.Equal(
            $"/// <summary>\n/// {string.Join(' ', Enumerable.Repeat("words", 20))}\n/// words words  words\n/// {long1}\n/// end\n/// </summary>",
            DocComment.Element("summary", $"{string.Join(' ', Enumerable.Repeat("words", 22))}  words {long1} end"));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_line_of_megabytes_takes_no_longer_than_its_length_asks_for()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 2_000_000));

        var written = await Task.Run(() => DocComment.Element("summary", text), TestContext.Current.CancellationToken);

        Assert.Equal(2_000_000, written.Split("word").Length - 1);
    }
}
