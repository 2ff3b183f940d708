using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Reports;

namespace Kiln.Tool.Tests.Reports;

public class FindingWordsTests
{
    [Theory]
    [InlineData("Pet.status", "The value was removed", "Pet.status: The value was removed")]
    [InlineData("", "The value was removed", "The value was removed")]
    [InlineData("GET /pets", "GET /pets was removed", "GET /pets was removed")]
    public void A_sentence_says_what_it_is_about_once(string subject, string message, string sentence) =>
        Assert.Equal(sentence, FindingWords.Sentence(new("id", FindingSeverity.Info, message) { Subject = subject }));

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "GET /0")]
    [InlineData(4, "GET /0, GET /1, GET /2, GET /3")]
    [InlineData(5, "GET /0, GET /1, GET /2 and 2 more operations")]
    public void Many_operations_are_counted(int count, string? text) =>
        Assert.Equal(text, FindingWords.Operations(new("id", FindingSeverity.Info, "m") { Operations = [.. Enumerable.Range(0, count).Select(i => $"GET /{i}")] }));

    [Theory]
    [InlineData(412, 500, "$.data", "null", Direction.Response, "seen in 412 of 500 responses (82.4%) at $.data, for example null")]
    [InlineData(1, 1, null, null, Direction.Request, "seen in 1 of 1 request (100%)")]
    [InlineData(0, 0, null, null, Direction.Response, "seen in 0 of 0 responses")]
    internal void How_often_it_was_seen_is_a_share(long count, long total, string? path, string? example, Direction direction, string text) =>
        Assert.Equal(text, FindingWords.Observed(new("id", FindingSeverity.Info, "m") { Direction = direction, Observation = new(count, total, path, example) }));
}
