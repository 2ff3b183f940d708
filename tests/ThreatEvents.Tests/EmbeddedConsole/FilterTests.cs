using System.Text.Json;
using ThreatEvents.EmbeddedConsole;
using static ThreatEvents.Testing.Sample;

namespace ThreatEvents.Tests.EmbeddedConsole;

public sealed class FilterTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    public static TheoryData<string> ObjectTypes => [.. EventKind.ObjectTypes.Except(["events"])];

    public static TheoryData<string, string> SubTypes
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var kind in EventKind.All)
                rows.Add(kind.SubType, kind.DisplayText);

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(ObjectTypes))]
    public async Task EventTypes_takes_an_object_type(string objectType)
    {
        var page = await console.PageAsync($"limit=1000&eventTypes={objectType}");

        Assert.NotEmpty(page.Events);
        Assert.All(page.Texts("objectType"), found => Assert.Equal(objectType, found));
        Assert.Equal(CountOf(e => Text(e, "objectType") == objectType), page.TotalItems);
    }

    [Theory]
    [MemberData(nameof(SubTypes))]
    public async Task EventSubTypes_takes_the_name_of_what_an_event_shows_as_text(string subType, string text)
    {
        var page = await console.PageAsync($"limit=1000&eventSubTypes={subType}");

        Assert.NotEmpty(page.Events);
        Assert.All(page.Texts("eventType"), found => Assert.Equal(text, found));
        Assert.Equal(CountOf(e => Text(e, "eventType") == text), page.TotalItems);
    }

    [Theory]
    [InlineData("eventTypes=dns,url")]
    [InlineData("eventTypes=dns%2Curl")]
    [InlineData("eventTypes=dns&eventTypes=url")]
    public async Task Several_values_add_up(string query)
    {
        var page = await console.PageAsync("limit=1000&" + query);

        Assert.Equal(["dns", "url"], page.Texts("objectType").Distinct().Order());
        Assert.Equal(CountOf(e => Text(e, "objectType") is "dns" or "url"), page.TotalItems);
    }

    [Fact]
    public async Task The_object_type_events_stands_for_all_of_them() =>
        Assert.Equal(2500, (await console.PageAsync("eventTypes=events&countOnly=true")).TotalItems);

    [Theory]
    [InlineData("scp")]
    [InlineData("WORD.exe")]
    [InlineData("google chrome")]
    public async Task ProcessName_like_finds_a_part_of_the_name_whatever_its_case(string part)
    {
        var page = await console.PageAsync($"limit=1000&processName__like={part}");

        Assert.NotEmpty(page.Events);
        Assert.Equal(CountOf(e => Text(e, "processName")!.Contains(part, StringComparison.OrdinalIgnoreCase)), page.TotalItems);
    }

    [Fact]
    public async Task EventId_gives_the_events_of_a_process_and_of_its_children()
    {
        var key = Text(Sample.Events.First(e => Text(e, "parentProcessUniqueKey") is not null), "parentProcessUniqueKey")!;

        var page = await console.PageAsync($"limit=1000&eventId={key}");

        Assert.Contains(page.Events, e => Text(e, "processUniqueKey") == key);
        Assert.Contains(page.Events, e => Text(e, "parentProcessUniqueKey") == key);
        Assert.Equal(CountOf(e => Text(e, "processUniqueKey") == key || Text(e, "parentProcessUniqueKey") == key), page.TotalItems);
    }

    [Fact]
    public async Task Filters_narrow_each_other()
    {
        var page = await console.PageAsync("limit=1000&eventTypes=file&eventSubTypes=FILERENAME&processName__like=cmd");

        Assert.NotEmpty(page.Events);
        Assert.All(page.Events, e => Assert.Equal(("file", "File Rename", "cmd.exe"), (Text(e, "objectType"), Text(e, "eventType"), Text(e, "processName"))));
    }

    private static int CountOf(Func<JsonElement, bool> condition) => Sample.Events.Count(condition);
}
