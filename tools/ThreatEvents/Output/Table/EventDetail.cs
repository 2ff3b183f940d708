using System.Text.Json;

namespace ThreatEvents.Output.Table;

/// <summary>Says what happened in an event: the file, the address, the query, the key, or else the command line.</summary>
internal static class EventDetail
{
    /// <summary>From the most telling to the least; the first that has something to say is shown.</summary>
    private static readonly Func<JsonElement, string?>[] Tellers =
        [Url, Dns, Connection, Registry, Task, Login, Indicator, File, Process];

    public static string? Of(JsonElement threatEvent) => Tellers.Select(tell => tell(threatEvent)).FirstOrDefault(text => text is not null);

    private static string? Url(JsonElement e) => Has(e, "networkUrl") is { } url ? Words(Has(e, "networkMethod"), url) : null;

    private static string? Dns(JsonElement e) => Has(e, "dnsRequest") is { } name ? Arrow(name, Has(e, "dnsResponse")?.TrimEnd(';')) : null;

    private static string? Connection(JsonElement e)
    {
        var (from, to) = (Endpoint(e, "src"), Endpoint(e, "dst"));
        var failed = Has(e, "connectionStatus") is { } status && !status.Equals("SUCCESS", StringComparison.OrdinalIgnoreCase) ? $"({status.ToLowerInvariant()})" : null;

        return (from, to) switch
        {
            (not null, not null) => Words(Arrow(from, to), failed),
            (null, not null) => Words(to, failed),
            (not null, null) when Has(e, "srcPort") is not null => Words("listens on", from, failed),
            _ => null,
        };
    }

    private static string? Registry(JsonElement e) => Has(e, "registryPath");

    private static string? Task(JsonElement e) => Has(e, "taskName") is { } name ? Arrow(name, Has(e, "taskPath")) : Has(e, "taskPath");

    private static string? Login(JsonElement e) =>
        Has(e, "loginsUserName") is { } user ? Words(user, Has(e, "loginsBaseType")?.ToLowerInvariant(), Has(e, "srcIp") is { } ip ? $"from {ip}" : null) : null;

    private static string? Indicator(JsonElement e) =>
        Has(e, "indicatorName") is { } name && Has(e, "indicatorDescription") is { } description ? $"{name}: {description}"
        : Has(e, "indicatorName") ?? Has(e, "indicatorDescription");

    private static string? File(JsonElement e) => Has(e, "fileFullName") is { } file ? Has(e, "oldFileName") is { } old ? Arrow(old, file) : file : null;

    private static string? Process(JsonElement e) => Has(e, "processCmd") ?? Has(e, "processImagePath") ?? Has(e, "processDisplayName");

    private static string? Endpoint(JsonElement e, string side) => (Has(e, side + "Ip"), Has(e, side + "Port")) switch
    {
        (null, _) => null,
        ({ } ip, null) => ip,
        ({ } ip, { } port) => ip.Contains(':') ? $"[{ip}]:{port}" : $"{ip}:{port}",
    };

    private static string Arrow(string from, string? to) => to is null ? from : $"{from} → {to}";

    private static string Words(params IEnumerable<string?> words) => string.Join(' ', words.Where(word => word is not null));

    /// <summary>The vendor spells "no value" as null, as empty text, and by leaving the field out.</summary>
    private static string? Has(JsonElement e, string field) => JsonText.OfField(e, field) is { Length: > 0 } text ? text : null;
}
