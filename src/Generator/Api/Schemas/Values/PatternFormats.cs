namespace Kiln.Generator.Api.Schemas.Values;

/// <summary>The formats of strings that a framework describes by a pattern of its own, and by nothing else.</summary>
internal static class PatternFormats
{
    private static readonly Dictionary<string, string> Formats = new(StringComparer.Ordinal)
    {
        // System.TimeSpan, as System.Text.Json's schemas have it, which Microsoft.AspNetCore.OpenApi writes.
        [@"^-?(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$"] = "time-span",
    };

    public static string? Of(string? pattern) => pattern is not null && Formats.TryGetValue(pattern, out var format) ? format : null;
}
