using System.Text;
using System.Web;
using Microsoft.AspNetCore.Http;
using ThreatEvents.EmbeddedConsole;

namespace ThreatEvents.Testing;

/// <summary>A console that answers as a test says, and keeps what it was asked.</summary>
internal sealed class ScriptedConsole : IAsyncDisposable
{
    private readonly LoopbackServer server;

    private ScriptedConsole(LoopbackServer server, List<AskedFor> asked) => (this.server, Asked) = (server, asked);

    public Uri Address => server.Address;

    public IReadOnlyList<AskedFor> Asked { get; }

    /// <summary>Answers the n-th request (from 0) with a script.</summary>
    public static async Task<ScriptedConsole> StartAsync(Func<int, HttpContext, Task> script)
    {
        var asked = new List<AskedFor>();
        var server = await LoopbackServer.StartAsync(
            async context =>
            {
                int number;
                lock (asked)
                {
                    number = asked.Count;
                    asked.Add(new AskedFor(context.Request.Path, context.Request.QueryString.Value ?? "", context.Request.Headers.Authorization.ToString()));
                }

                await script(number, context);
            },
            TestContext.Current.CancellationToken);

        return new ScriptedConsole(server, asked);
    }

    /// <summary>Answers with the sample, as the embedded console does.</summary>
    public static Task<ScriptedConsole> WithSample()
    {
        var endpoint = new EventsEndpoint(EventStore.Sample);
        return StartAsync((_, context) => endpoint.AnswerAsync(context));
    }

    /// <summary>One answer for every request.</summary>
    public static Task<ScriptedConsole> Always(int status, string contentType, string body, params (string Name, string Value)[] headers) =>
        StartAsync((_, context) =>
        {
            foreach (var (name, value) in headers)
                context.Response.Headers[name] = value;

            return Answer(context, status, contentType, Encoding.UTF8.GetBytes(body));
        });

    /// <summary>A single page with these events, as JSON text.</summary>
    public static Task<ScriptedConsole> WithEvents(params string[] events) => Always(200, "application/json", PageOf(events, next: null));

    /// <summary>Pages one after another, each with its events as JSON text.</summary>
    public static Task<ScriptedConsole> WithPages(params string[][] pages) =>
        StartAsync((number, context) =>
            Answer(context, 200, "application/json", Encoding.UTF8.GetBytes(PageOf(pages[number], number < pages.Length - 1 ? $"page-{number + 1}" : null))));

    public static string PageOf(IEnumerable<string> events, string? next) =>
        $$$"""{"data":[{{{string.Join(',', events)}}}],"pagination":{"nextCursor":{{{(next is null ? "null" : $"\"{next}\"")}}},"totalItems":0}}""";

    public static async Task Answer(HttpContext context, int status, string contentType, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}

/// <summary>A request as it came.</summary>
internal sealed record AskedFor(string Path, string Query, string Authorization)
{
    /// <summary>A query parameter's value; null if it did not come.</summary>
    public string? Parameter(string name) => HttpUtility.ParseQueryString(Query)[name];
}
