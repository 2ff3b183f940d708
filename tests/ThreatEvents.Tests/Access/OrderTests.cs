using System.Text;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Access;

/// <summary>In which order the service is asked for the events. Nothing is sorted here.</summary>
public sealed class OrderTests
{
    private const string Refusal = """{"errors":[{"code":4000040,"detail":"sortBy: Not a valid choice.","title":"Validation Error"}]}""";

    [Theory]
    [InlineData("", "createdAt", "asc")]
    [InlineData("--sort-order desc", "createdAt", "desc")]
    [InlineData("--sort-by pid", "pid", null)]
    [InlineData("--sort-by pid --sort-order desc", "pid", "desc")]
    [InlineData("--cursor x", null, null)]
    [InlineData("--count", null, null)]
    public async Task The_order_of_time_is_asked_for_where_no_other_is(string arguments, string? field, string? direction)
    {
        await using var console = await ScriptedConsole.WithEvents();

        (await CommandRun.WithToken().Against(console.Address, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Done();

        var asked = Assert.Single(console.Asked);
        Assert.Equal((field, direction), (asked.Parameter("sortBy"), asked.Parameter("sortOrder")));
    }

    [Fact]
    public async Task A_service_that_refuses_keeps_its_own_and_that_is_said_once()
    {
        await using var console = await RefusingAsync();

        var result = (await CommandRun.WithToken().Against(console.Address, "--format", "jsonl")).Done();

        Assert.Equal(["""{"id":"2"}""", """{"id":"1"}"""], result.Lines);
        Assert.Equal("The service does not support sorting by createdAt: the events are in the service's own order.\n", result.Error);
        Assert.Equal([("createdAt", null), (null, null), (null, "more")], console.Asked.Select(asked => (asked.Parameter("sortBy"), asked.Parameter("cursor"))));
    }

    [Fact]
    public async Task An_order_that_was_asked_for_is_not_given_up()
    {
        await using var console = await RefusingAsync();

        Assert.Contains("400 Bad Request: Validation Error (code 4000040): sortBy: Not a valid choice.", (await CommandRun.WithToken().Against(console.Address, "--sort-by", "createdAt")).Fails(1));
    }

    [Fact]
    public async Task Another_error_is_told_and_not_tried_again()
    {
        await using var console = await ScriptedConsole.Always(400, "application/json", """{"errors":[{"code":1,"detail":"limit: bad","title":"No"}]}""");

        Assert.Contains("limit: bad", (await CommandRun.WithToken().Against(console.Address)).Fails(1));
        Assert.Single(console.Asked);
    }

    private static Task<ScriptedConsole> RefusingAsync() => ScriptedConsole.StartAsync((_, context) =>
    {
        var (query, isRefused) = (context.Request.Query, context.Request.Query.ContainsKey("sortBy"));
        var page = query.ContainsKey("cursor") ? ScriptedConsole.PageOf(["""{"id":"1"}"""], next: null) : ScriptedConsole.PageOf(["""{"id":"2"}"""], next: "more");

        return ScriptedConsole.Answer(context, isRefused ? 400 : 200, "application/json", Encoding.UTF8.GetBytes(isRefused ? Refusal : page));
    });
}
