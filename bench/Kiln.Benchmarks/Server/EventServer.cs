using System.Net;
using Kiln.Benchmarks.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kiln.Benchmarks.Server;

/// <summary>A console on loopback that answers with pages made beforehand, so that serving costs little beside reading.</summary>
internal sealed class EventServer : IAsyncDisposable
{
    // In pieces, each sent before the next is taken: Kestrel copies what it is given at once, and a page as one piece would be a page on
    // the heap that is measured.
    private const int Piece = 32 * 1024;

    private readonly WebApplication app;

    private EventServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Starts one.</summary>
    /// <param name="pages">The bodies in their order; the cursor that leads to each is <see cref="EventPages.Cursor"/> of the one before.</param>
    /// <param name="small">What is answered to those who ask for one event: for waking everything up without a page's memory.</param>
    public static Task<EventServer> StartAsync(byte[][] pages, byte[] small)
    {
        var bodies = pages.Select((body, i) => (Cursor: i == 0 ? "" : EventPages.Cursor(i), body)).ToDictionary(p => p.Cursor, p => p.body);
        return StartAsync(query => [query["limit"] == "1" ? small : bodies[query["cursor"].ToString()]]);
    }

    /// <summary>Starts one.</summary>
    /// <param name="answer">The body for a query, in one or several parts.</param>
    public static async Task<EventServer> StartAsync(Func<IQueryCollection, IReadOnlyList<ReadOnlyMemory<byte>>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(o => o.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(context => AnswerAsync(context.Response, answer(context.Request.Query)));
        await app.StartAsync().ConfigureAwait(false);
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task AnswerAsync(HttpResponse response, IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        response.ContentType = "application/json";
        response.ContentLength = parts.Sum(p => (long)p.Length);
        foreach (var part in parts)
        {
            for (var start = 0; start < part.Length; start += Piece)
                await response.Body.WriteAsync(part.Slice(start, Math.Min(Piece, part.Length - start))).ConfigureAwait(false);
        }
    }
}
