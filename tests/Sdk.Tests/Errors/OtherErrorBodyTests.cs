using System.Text;
using Kiln.Runtime.Wire;
using SentinelOne.ThreatEvents.Models;
using SentinelOne.ThreatEvents.Tests.Support;

namespace SentinelOne.ThreatEvents.Tests.Errors;

/// <summary>Failures whose body is not the vendor's: what stands in front of the console answers in its own way.</summary>
public class OtherErrorBodyTests
{
    private const string TooMany = "<html>\r\n<head><title>429 Too Many Requests</title></head>\r\n<body><center><h1>429 Too Many Requests</h1></center></body>\r\n</html>\r\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Too_many_requests_are_tried_again_and_then_told_with_the_html()
    {
        await using var console = await ScriptedConsole.Always(429, Bodies.Html, TooMany, ("Retry-After", "0"));

        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => console.Events().GetAsync(cancellationToken: Token));

        Assert.Null(e.Error);
        Assert.Equal((429, TooMany, Bodies.Html, "0"), (e.StatusCode, e.BodyText, e.ContentType, e.Headers.Get("Retry-After", WireType.String)));
        Assert.Equal(4, console.Asked.Count);
        Assert.All(console.Asked, a => Assert.Equal(console.Asked[0], a));
    }

    [Fact]
    public async Task Too_many_requests_for_a_moment_are_nobodys_business()
    {
        await using var console = await ScriptedConsole.StartAsync((number, context) =>
        {
            context.Response.Headers.RetryAfter = "0";
            return number < 2
                ? ScriptedConsole.Answer(context, 429, Bodies.Html, Encoding.UTF8.GetBytes(TooMany))
                : ScriptedConsole.Answer(context, 200, Bodies.Json, """{"pagination":{"totalItems":5}}"""u8.ToArray());
        });

        Assert.Equal(5, await console.Events().CountAsync(cancellationToken: Token));
    }

    [Theory]
    [InlineData(502, Bodies.Html, "<html><title>502 Bad Gateway</title></html>")]
    [InlineData(500, Bodies.Json, """{"message":"another envelope"}""")]
    [InlineData(500, Bodies.Json, """{"errors":[{"code":5000010""")]
    [InlineData(500, Bodies.Json, "[]")]
    [InlineData(500, Bodies.Json, "")]
    [InlineData(404, "text/plain", "no such page: é")]
    [InlineData(418, Bodies.Html, "<h1>short and stout</h1>")]
    public async Task A_body_of_another_kind_is_there_as_text(int status, string contentType, string body)
    {
        await using var console = await ScriptedConsole.Always(status, contentType, body, ("X-Proxy", "p"));

        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => console.Events().GetAsync(cancellationToken: Token));

        Assert.Null(e.Error);
        Assert.Equal((status, body, "p"), (e.StatusCode, e.BodyText, e.Headers.Get("X-Proxy", WireType.String)));
    }
}
