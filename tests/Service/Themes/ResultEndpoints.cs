using Acme.Service.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Acme.Service.Themes;

public sealed record Job(Guid Id, string State);

/// <summary>What an order that waits is answered with.</summary>
public sealed record Queued(int Position);

public sealed record Conflict(string Reason, int Retries);

internal static class ResultEndpoints
{
    private static readonly Guid Known = new("6f9619ff-8b86-d011-b42d-00cf4fc964ff");

    public static void Map(WebApplication app)
    {
        var results = app.MapGroup("/results").WithTags("Results");
        results.MapGet("/money/{id:int}", Results<Ok<Money>, NoContent, NotFound> (int id) => id switch
        {
            1 => TypedResults.Ok(new Money(1, "EUR")),
            2 => TypedResults.NoContent(),
            _ => TypedResults.NotFound(),
        });
        results.MapPost("/jobs", Results<Created<Job>, Accepted<Job>, Conflict<Conflict>, ValidationProblem> (Job job, Received received) => received.Note(job).State switch
        {
            "new" => TypedResults.Created($"/results/jobs/{job.Id}", job),
            "later" => TypedResults.Accepted($"/results/jobs/{job.Id}", job),
            "taken" => TypedResults.Conflict(new Conflict("taken", 3)),
            _ => TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["state"] = ["is unknown", "is not a state"] }, detail: "One value."),
        });
        results.MapDelete("/jobs/{id:guid}", Results<NoContent, NotFound<string>> (Guid id) => id == Known ? TypedResults.NoContent() : TypedResults.NotFound("no such job"));
        results.MapGet("/problem", Results<Ok<string>, ProblemHttpResult> () =>
            TypedResults.Problem("Out of order.", statusCode: 410, title: "Gone", extensions: new Dictionary<string, object?> { ["retryAfter"] = 30 }))
            .ProducesProblem(410);
        results.MapGet("/text", () => TypedResults.Text("plain"));
        results.MapGet("/plain", () => "as it is");
        results.MapPost("/nothing", () => TypedResults.Ok());
        results.MapGet("/not-modified", Results<Ok<Money>, StatusCodeHttpResult> () => TypedResults.StatusCode(304)).Produces(304);
        results.MapGet("/orders/{id:int}", Results<Ok<Job>, Accepted, NoContent> (int id) => id switch
        {
            1 => TypedResults.Ok(new Job(Known, "done")),
            2 => TypedResults.Accepted("/results/orders/2"),
            _ => TypedResults.NoContent(),
        });
        results.MapPost("/orders", Results<Created<Job>, Accepted<Queued>> (Job job) => job.State == "new"
            ? TypedResults.Created($"/results/jobs/{job.Id}", job)
            : TypedResults.Accepted($"/results/orders/{job.Id}", new Queued(5)));
        results.MapGet("/rates", (HttpRequest request) => request.Headers.Accept.Contains("text/csv")
                ? (IResult)TypedResults.Text("amount,currency\n1,EUR\n", "text/csv")
                : TypedResults.Ok(new Money(1, "EUR")))
            .Produces<Money>(200, "application/json", "text/csv");
        results.MapGet("/nullable", () => (Money?)null);
    }
}
