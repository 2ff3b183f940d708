using System.ComponentModel;
using Acme.Service.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Acme.Service.Themes;

/// <summary>Parameters of several kinds in one type.</summary>
public sealed record Search
{
    [FromRoute]
    public required string Area { get; init; }

    [FromQuery, Description("What to look for.")]
    public required string Text { get; init; }

    [FromQuery]
    public int[]? Ids { get; init; }

    [FromQuery(Name = "tag")]
    public string[]? Tags { get; init; }

    [FromHeader(Name = "X-Tenant")]
    public required string Tenant { get; init; }

    [FromHeader(Name = "X-Trace")]
    public Guid? Trace { get; init; }

    [FromQuery]
    public decimal? MaxPrice { get; init; }
}

/// <summary>A parameter of each type that a URL can carry, as the service got them.</summary>
public sealed record Given(int Number, long Big, ulong Unsigned, decimal Price, double Ratio, bool Flag, Guid Id, DateTimeOffset At, DateOnly Day, TimeOnly Time, TimeSpan Duration, Priority Priority);

internal static class ParameterEndpoints
{
    public static void Map(WebApplication app)
    {
        var parameters = app.MapGroup("/parameters").WithTags("Parameters");
        parameters.MapGet("/search/{area}", ([AsParameters] Search search, Received received) => received.Note(search).Text);
        parameters.MapGet("/given", (int number, long big, ulong unsigned, decimal price, double ratio, bool flag, Guid id, DateTimeOffset at, DateOnly day, TimeOnly time, TimeSpan duration, Priority priority) =>
            new Given(number, big, unsigned, price, ratio, flag, id, at, day, time, duration, priority));
        parameters.MapGet("/optional", (Received received, int? number, string? text, DateOnly? day, bool flag = true, int size = 25, string order = "name") =>
        {
            received.Note("number", number);
            received.Note("text", text);
            received.Note("day", day);
            received.Note("flag", flag);
            received.Note("size", size);
            return received.Note("order", order);
        });
        parameters.MapGet("/{id:int}", (int id) => $"int {id}");
        parameters.MapGet("/{id:guid}/details", (Guid id) => $"guid {id}");
        parameters.MapGet("/days/{day}", (DateOnly day) => day.AddDays(1));
        parameters.MapGet("/names/{name}", (string name, Received received) => received.Note("name", name));
        parameters.MapGet("/headers", (HttpResponse response, [FromHeader(Name = "If-Match")] string version, [FromHeader] int retries) =>
        {
            response.Headers.ETag = version;
            return retries + 1;
        });
    }
}
