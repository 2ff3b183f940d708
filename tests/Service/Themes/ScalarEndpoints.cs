using Acme.Service.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Acme.Service.Themes;

/// <summary>A value of each type that System.Text.Json has a form for.</summary>
public sealed record Scalars(
    bool Flag,
    byte Small,
    short Short,
    int Int,
    long Long,
    ulong Unsigned,
    decimal Price,
    double Ratio,
    float Single,
    string Text,
    char Letter,
    Guid Id,
    Uri Link,
    byte[] Data,
    DateTime Local,
    DateTimeOffset At,
    DateOnly Day,
    TimeOnly Time,
    TimeSpan Duration,
    Version Release);

/// <summary>The same, where each may be null or absent.</summary>
public sealed record OptionalScalars
{
    public bool? Flag { get; init; }

    public int? Int { get; init; }

    public long? Long { get; init; }

    public ulong? Unsigned { get; init; }

    public decimal? Price { get; init; }

    public double? Ratio { get; init; }

    public string? Text { get; init; }

    public Guid? Id { get; init; }

    public byte[]? Data { get; init; }

    public DateTimeOffset? At { get; init; }

    public DateOnly? Day { get; init; }

    public TimeOnly? Time { get; init; }

    public TimeSpan? Duration { get; init; }
}

internal static class ScalarEndpoints
{
    public static void Map(WebApplication app)
    {
        var scalars = app.MapGroup("/scalars").WithTags("Scalars");
        scalars.MapPut("/all", (Scalars body, Received received) => received.Note(body));
        scalars.MapPut("/optional", (OptionalScalars body, Received received) => received.Note(body));
        scalars.MapPut("/int", ([FromBody] int body, Received received) => received.Note(body));
        scalars.MapPut("/long", ([FromBody] long body, Received received) => received.Note(body));
        scalars.MapGet("/ulong", () => (ulong)long.MaxValue);
        scalars.MapGet("/decimal", () => 19.99m);
        scalars.MapGet("/double", () => 0.1);
        scalars.MapGet("/bool", () => true);
        scalars.MapGet("/uuid", () => new Guid("6f9619ff-8b86-d011-b42d-00cf4fc964ff"));
        scalars.MapGet("/at", () => new DateTimeOffset(2026, 11, 29, 8, 30, 0, TimeSpan.FromHours(2)));
        scalars.MapGet("/day", () => new DateOnly(2026, 11, 29));
        scalars.MapGet("/time", () => new TimeOnly(8, 30, 15));
        scalars.MapGet("/duration", () => new TimeSpan(1, 2, 3, 4));
        scalars.MapGet("/data", () => new byte[] { 1, 2, 255 });
    }
}
