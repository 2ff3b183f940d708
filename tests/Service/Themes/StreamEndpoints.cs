using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Acme.Service.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Acme.Service.Themes;

public sealed record Tick(int Number, string Text);

public sealed record Question(string Prompt, bool Stream = false);

public sealed record Answer(string Text, int Words);

public sealed record AnswerPart(string Delta);

/// <summary>Bodies that are sent item by item.</summary>
internal static class StreamEndpoints
{
    private const int TickCount = 7;
    private const int TicksOfConnection = 3;

    public static void Map(WebApplication app)
    {
        var streams = app.MapGroup("/streams").WithTags("Streams");
        streams.MapGet("/prices", () => TypedResults.ServerSentEvents(Prices(), "price"));
        streams.MapGet("/texts", () => TypedResults.ServerSentEvents(Texts()));
        streams.MapGet("/ticks", TicksAfter).ProducesProblem(400);
        // A document has one media type of a status: that of the stream. The JSON is in an overlay beside the documents.
        streams.MapPost("/answers", (Question question) => question.Stream
                ? (IResult)TypedResults.ServerSentEvents(Parts(question.Prompt))
                : TypedResults.Ok(new Answer(question.Prompt, question.Prompt.Split(' ').Length)))
            .Produces<AnswerPart>(contentType: "text/event-stream");
        streams.MapGet("/lines", (HttpResponse response, CancellationToken cancellationToken) => WriteLinesAsync(response, cancellationToken))
            .Produces<Money>(contentType: "application/jsonl");
        streams.MapGet("/numbers", Numbers);
        app.MapGet("/compressed/numbers", Numbers).WithTags("Streams");
    }

    private static Results<ServerSentEventsResult<Tick>, NoContent, ProblemHttpResult> TicksAfter([FromHeader(Name = "Last-Event-ID")] string? last, Received received)
    {
        received.Note("last", last);
        if (!int.TryParse(last ?? "0", CultureInfo.InvariantCulture, out var number))
            return TypedResults.Problem("There is no such event.", statusCode: 400);
        return number < TickCount ? TypedResults.ServerSentEvents(Ticks(number + 1)) : TypedResults.NoContent();
    }

    private static async IAsyncEnumerable<Money> Prices()
    {
        for (var i = 1; i <= 3; i++)
        {
            await Task.Yield();
            yield return new(i, "EUR");
        }
    }

    private static async IAsyncEnumerable<string> Texts()
    {
        yield return "one";
        await Task.Yield();
        yield return "two\nlines";
        yield return "3";
    }

    // A connection ends after a few events: now the service closes it, now it breaks.
    private static async IAsyncEnumerable<SseItem<Tick>> Ticks(int first)
    {
        for (var i = first; i <= Math.Min(TickCount, first + TicksOfConnection - 1); i++)
        {
            await Task.Yield();
            yield return new(new(i, $"tick {i}"), "tick") { EventId = $"{i}", ReconnectionInterval = TimeSpan.FromMilliseconds(1) };
        }
        if (first == 1)
            throw new IOException("The connection breaks here.");
    }

    private static async IAsyncEnumerable<string> Parts(string prompt)
    {
        foreach (var word in prompt.Split(' '))
        {
            await Task.Yield();
            yield return JsonSerializer.Serialize(new AnswerPart(word), JsonSerializerOptions.Web);
        }
        yield return "[DONE]";
    }

    private static async Task WriteLinesAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.ContentType = "application/jsonl";
        await foreach (var price in Prices().WithCancellation(cancellationToken))
        {
            await JsonSerializer.SerializeAsync(response.Body, price, JsonSerializerOptions.Web, cancellationToken);
            await response.WriteAsync("\n", cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }
    }

    private static async IAsyncEnumerable<Money> Numbers(Gate gate, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 1; i <= 3; i++)
        {
            await gate.PassAsync(cancellationToken);
            yield return new(i, "EUR");
        }
    }
}
