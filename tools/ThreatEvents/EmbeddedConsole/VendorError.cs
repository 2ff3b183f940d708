using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ThreatEvents.EmbeddedConsole;

/// <summary>An error in the vendor's body.</summary>
/// <example><c>{"errors":[{"code":4010010,"detail":null,"title":"Authentication Failed"}]}</c></example>
internal sealed record VendorError(int Status, int Code, string Title, params IReadOnlyList<string?> Details)
{
    public static VendorError AuthenticationFailed { get; } = new(401, 4010010, "Authentication Failed", [null]);

    public static VendorError NotFound { get; } = new(404, 4040010, "Requested resource was not found", [null]);

    public static VendorError MethodNotAllowed { get; } = new(405, 4050010, "Method not allowed", [null]);

    public static VendorError Invalid(IReadOnlyList<string> problems) => new(400, 4000040, "Validation Error", problems);

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        await using var writer = new Utf8JsonWriter(context.Response.Body, StoredEvent.AsItStands);

        writer.WriteStartObject();
        writer.WriteStartArray("errors");
        foreach (var detail in Details)
        {
            writer.WriteStartObject();
            writer.WriteNumber("code", Code);
            writer.WriteString("detail", detail);
            writer.WriteString("title", Title);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
