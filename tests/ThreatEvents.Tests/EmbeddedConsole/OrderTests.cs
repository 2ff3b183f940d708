using System.Globalization;

namespace ThreatEvents.Tests.EmbeddedConsole;

public sealed class OrderTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    [Theory]
    [InlineData("id")]
    [InlineData("fileSize")]
    [InlineData("pid")]
    public async Task Numbers_in_text_are_ordered_as_numbers(string field)
    {
        var ascending = Present((await console.PageAsync($"limit=1000&sortBy={field}")).Texts(field), text => long.Parse(text, CultureInfo.InvariantCulture));
        var descending = Present((await console.PageAsync($"limit=1000&sortBy={field}&sortOrder=desc")).Texts(field), text => long.Parse(text, CultureInfo.InvariantCulture));

        Assert.Equal(ascending.Order(), ascending);
        Assert.Equal(descending.OrderDescending(), descending);
        Assert.True(descending[0] > ascending[0]);
    }

    [Theory]
    [InlineData("eventType")]
    [InlineData("fileType")]
    [InlineData("registryPath")]
    [InlineData("registryId")]
    [InlineData("registryClassification")]
    [InlineData("processName")]
    public async Task Texts_are_ordered_by_code_unit(string field)
    {
        var ascending = Present((await console.PageAsync($"limit=1000&sortBy={field}&sortOrder=asc")).Texts(field), text => text);
        var descending = Present((await console.PageAsync($"limit=1000&sortBy={field}&sortOrder=desc")).Texts(field), text => text);

        Assert.Equal(ascending.Order(StringComparer.Ordinal), ascending);
        Assert.Equal(descending.OrderDescending(StringComparer.Ordinal), descending);
        Assert.True(string.CompareOrdinal(descending[0], ascending[0]) > 0);
    }

    [Fact]
    public async Task Times_are_ordered_as_times_though_they_are_written_in_two_ways()
    {
        var times = Present((await console.PageAsync("limit=1000&sortBy=createdAt")).Texts("createdAt"), text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));

        Assert.Equal(times.Order(), times);
    }

    [Theory]
    [InlineData("asc")]
    [InlineData("desc")]
    public async Task Events_without_a_value_come_last_both_ways(string order)
    {
        var page = await console.PageAsync($"limit=1000&skip=0&eventTypes=registry,dns&sortBy=registryPath&sortOrder={order}");
        var present = page.Texts("registryPath").Select(path => path is not null).ToList();

        Assert.Equal(present.OrderDescending(), present);
        Assert.Contains(false, present);
    }

    [Fact]
    public async Task Without_a_field_descending_turns_the_list_round() =>
        Assert.Equal(Sample.Ids.Last(), (await console.PageAsync("limit=1&sortOrder=desc")).Texts("id").Single());

    private static IReadOnlyList<T> Present<T>(IEnumerable<string?> texts, Func<string, T> read) => [.. texts.OfType<string>().Select(read)];
}
