using System.Collections.Concurrent;
using Kiln.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Kiln.Runtime.Tests.Authentication.Tokens;

/// <summary>An authorization server whose responses a test decides on, and what its token endpoint was asked.</summary>
internal sealed class TokenServer : IAsyncDisposable
{
    private TokenServer(TestServer server) => Server = server;

    public TestServer Server { get; }

    public Uri Url => Server.Url;

    public Uri TokenUrl => new(Url, "/token");

    /// <summary>The forms that were sent to the token endpoint.</summary>
    public IReadOnlyList<Dictionary<string, string>> Forms =>
        [.. Server.Requests.Where(r => r.Path == "/token").Select(r => QueryHelpers.ParseQuery(r.Body).ToDictionary(p => p.Key, p => p.Value.ToString()))];

    /// <summary>A server that answers the token endpoint with JSON, by the number of the request from 0, and everything else as a test says.</summary>
    public static async Task<TokenServer> StartAsync(Func<int, Answer> token, Func<HttpContext, Uri, Task>? other = null)
    {
        var number = -1;
        var asked = new ConcurrentQueue<int>();
        Uri? url = null;
        var server = await TestServer.StartAsync(async context =>
        {
            if (context.Request.Path != "/token")
            {
                await (other ?? ((_, _) => throw new InvalidOperationException("Only the token endpoint was expected to be asked.")))(context, url!);
                return;
            }
            var answer = token(Interlocked.Increment(ref number));
            if (answer.After is not null)
                await answer.After.WaitAsync(context.RequestAborted);
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = answer.Type;
            if (answer.Status is >= 300 and <= 399)
                context.Response.Headers.Location = "/elsewhere";
            await context.Response.WriteAsync(answer.Body, context.RequestAborted);
        });
        url = server.Url;
        return new(server);
    }

    /// <summary>A server whose tokens are <c>token0</c>, <c>token1</c> and so on.</summary>
    public static Task<TokenServer> CountingAsync(int? life = 3600) => StartAsync(number => Answer.Token($"token{number}", life));

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();
}

/// <summary>What the token endpoint answers.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">The body.</param>
/// <param name="Type">The content type.</param>
/// <param name="After">What is waited for before.</param>
internal sealed record Answer(int Status, string Body, string Type = "application/json", Task? After = null)
{
    public static Answer Token(string text, int? life = 3600, string? refresh = null) => new(
        200,
        $$"""{"access_token":"{{text}}","token_type":"Bearer"{{(life is null ? "" : $",\"expires_in\":{life}")}}{{(refresh is null ? "" : $",\"refresh_token\":\"{refresh}\"")}}}""");

    public static Answer Error(string code, string? description = null, int status = 400) =>
        new(status, $$"""{"error":"{{code}}"{{(description is null ? "" : $",\"error_description\":\"{description}\"")}}}""");
}
