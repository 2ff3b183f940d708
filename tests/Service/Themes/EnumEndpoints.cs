using System.Text.Json.Serialization;
using Acme.Service.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Acme.Service.Themes;

/// <summary>Sent as a number, as enums are by default.</summary>
public enum Priority
{
    Low = 1,
    Normal = 2,
    High = 10,
}

/// <summary>Sent as its name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Color>))]
public enum Color
{
    Red,
    Green,
    DarkBlue,
}

public sealed record Paint(
    Color Color,
    Color? Second,
    Priority Priority,
    Priority? NextPriority,
    IReadOnlyList<Color> Palette,
    IReadOnlyDictionary<string, Priority> Priorities,
    IReadOnlyDictionary<Color, int> Liters);

internal static class EnumEndpoints
{
    public static void Map(WebApplication app)
    {
        var enums = app.MapGroup("/enums").WithTags("Enums");
        enums.MapPut("/paint", (Paint body, Received received) => received.Note(body));
        enums.MapGet("/color", () => Color.DarkBlue);
        enums.MapGet("/priority", () => Priority.High);
        enums.MapGet("/next/{color}", (Color color, [FromQuery] Color? second, [FromHeader(Name = "X-Color")] Color? third, Received received) =>
        {
            received.Note("color", color);
            received.Note("second", second);
            received.Note("third", third);
            return new[] { Color.Red, Color.Green };
        });
    }
}
