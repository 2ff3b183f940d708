using System.Net;
using System.Text.Json;
using ThreatEvents.EmbeddedConsole;

namespace ThreatEvents.Tests.EmbeddedConsole;

public sealed class ErrorTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1001", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("limit=99999999999", "limit")]
    [InlineData("skip=-1", "skip")]
    [InlineData("skip=1001", "skip")]
    [InlineData("countOnly=maybe", "countOnly")]
    [InlineData("skipCount=1", "skipCount")]
    [InlineData("eventTypes=files", "eventTypes")]
    [InlineData("eventTypes=file,FILE", "eventTypes")]
    [InlineData("eventSubTypes=Process%20Creation", "eventSubTypes")]
    [InlineData("sortBy=createdat", "sortBy")]
    [InlineData("sortOrder=up", "sortOrder")]
    [InlineData("cursor=nonsense", "cursor")]
    [InlineData("cursor=bm9uc2Vuc2U=", "cursor")]
    [InlineData("cursor=ZXZlbnRzOjAwMDA6MQ==", "cursor")]
    [InlineData("processName_like=cmd", "processName_like")]
    public async Task A_wrong_parameter_is_named(string query, string parameter)
    {
        using var response = await console.AskAsync(query);
        var error = await ErrorIn(response);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal((4000040, "Validation Error"), (error.GetProperty("code").GetInt32(), error.GetProperty("title").GetString()));
        Assert.StartsWith(parameter + ": ", error.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData(5000, HttpStatusCode.OK)]
    [InlineData(5001, HttpStatusCode.BadRequest)]
    public async Task A_list_has_at_most_5000_items(int items, HttpStatusCode expected)
    {
        using var response = await console.AskAsync("limit=1&eventSubTypes=" + string.Join(",", Enumerable.Repeat("REGKEYSECURITYCHANGED", items)));

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ApiToken wrong")]
    [InlineData("Bearer " + ConsoleServer.Token)]
    [InlineData("ApiToken  " + ConsoleServer.Token)]
    public async Task Only_the_consoles_own_token_is_taken(string? authorization)
    {
        using var client = new HttpClient { BaseAddress = console.Server.Address };
        if (authorization is not null)
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        using var response = await client.GetAsync($"/web/api/v2.1/threats/{ConsoleServer.ThreatId}/explore/events", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(
            """{"errors":[{"code":4010010,"detail":null,"title":"Authentication Failed"}]}""",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/web/api/v2.1/threats/1569749506337035983/explore/events")]
    [InlineData("/web/api/v2.1/threats//explore/events")]
    [InlineData("/web/api/v2.1/threats/1569749506337035982/timeline")]
    [InlineData("/web/api/v2.1/threats/explore/events")]
    [InlineData("/")]
    public async Task What_the_console_does_not_know_is_not_found(string path)
    {
        using var response = await console.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var error = await ErrorIn(response);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal((4040010, "Requested resource was not found"), (error.GetProperty("code").GetInt32(), error.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task Events_are_only_read()
    {
        using var response = await console.Client.PostAsync(
            $"/web/api/v2.1/threats/{ConsoleServer.ThreatId}/explore/events", content: null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    private static async Task<JsonElement> ErrorIn(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(text).RootElement.GetProperty("errors")[0];
    }
}
