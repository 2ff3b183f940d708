using System.Collections.Concurrent;
using System.Net;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Kiln.Runtime.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Kiota.Abstractions.Authentication;
using Sample;

namespace Kiln.Runtime.Tests.Support;

/// <summary>A real server on a loopback port of the system's choice, which remembers what it was asked.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestServer(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.First());

    public ConcurrentQueue<Received> Requests { get; } = new();

    public static async Task<TestServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new TestServer(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
            server.Requests.Enqueue(new(context.Request.Method, target, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body));
            await answer(context);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>A server that gives every caller the same.</summary>
    public static Task<TestServer> StartAsync(int status, string? contentType, byte[] body, Action<IHeaderDictionary>? headers = null) => StartAsync(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        headers?.Invoke(context.Response.Headers);
        await context.Response.Body.WriteAsync(body);
    });

    public static Task<TestServer> StartAsync(int status, string? contentType, string body, Action<IHeaderDictionary>? headers = null) =>
        StartAsync(status, contentType, System.Text.Encoding.UTF8.GetBytes(body), headers);

    public static Task<TestServer> JsonAsync(string body) => StartAsync(200, "application/json", body);

    /// <summary>An adapter with a client such as it makes itself, whose retries do not wait where the server names no time.</summary>
    public ServiceRequestAdapter Adapter(ReadOptions? options = null) => new(
        new AnonymousAuthenticationProvider(), Url, new HttpClient(DefaultHandlers.Create(new RetryOptions { Delay = TimeSpan.Zero })) { Timeout = Timeout.InfiniteTimeSpan }, options);

    public EventsRequestBuilder Events(ReadOptions? options = null) => new SampleClient(Adapter(options)).Threats["1"];

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}

/// <summary>A request as the server saw it.</summary>
internal sealed record Received(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Path => Target.Split('?')[0];

    public string Query => Target.Contains('?') ? Target[(Target.IndexOf('?') + 1)..] : "";
}
