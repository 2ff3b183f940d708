using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Acme.Service.Hosting;

namespace Acme.Service.Themes;

/// <summary>What is required, what may be null, what has a default, and what only one side sends.</summary>
public sealed class Profile
{
    public required string Name { get; init; }

    public required string? Nickname { get; init; }

    [Required, Range(1, 150)]
    public int Age { get; init; }

    [JsonRequired]
    public Money Balance { get; init; } = new(0, "EUR");

    public Money? Limit { get; init; }

    public string City { get; init; } = "Berlin";

    [DefaultValue(5)]
    public int Stars { get; init; } = 5;

    [MaxLength(20), RegularExpression("^[a-z]+$")]
    public string? Slug { get; init; }

    [JsonPropertyName("e_mail"), EmailAddress]
    public string? Email { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Phone { get; init; }

    [JsonIgnore]
    public string Secret { get; init; } = "";

    [Description("Name and city.")]
    public string Summary => $"{Name}, {City}";
}

/// <summary>A constructor's parameters, some of them with a default.</summary>
public sealed record Page(string Query, int Size = 20, bool Descending = true, Priority Priority = Priority.Normal, string? Cursor = null);

internal static class PresenceEndpoints
{
    public static void Map(WebApplication app)
    {
        var presence = app.MapGroup("/presence").WithTags("Presence");
        presence.MapPut("/profile", (Profile body, Received received) => received.Note(body));
        presence.MapPut("/page", (Page body, Received received) => received.Note(body));
        presence.MapPut("/maybe", (Money? body, Received received) => received.Note("maybe", body));
    }
}
