using System.Text.Json.Nodes;

namespace SentinelOne.ThreatEvents.Tests.Spec;

/// <summary>One field of an event, a row of <c>action-fields.tsv</c>.</summary>
/// <param name="PageType">The type on the action's page, or <c>-</c> for a field that only the vendor's document has.</param>
/// <param name="VendorType">The type in the vendor's document, such as <c>string(date-time)</c>.</param>
/// <param name="IsVendorRequired">Whether the vendor declares the field required, which is no promise that it comes.</param>
internal sealed record ActionField(string Name, string PageType, string VendorType, string[] Enum, bool IsVendorRequired)
{
    public bool IsOnPage => PageType != "-";
}

/// <summary>One input of the action.</summary>
/// <param name="Type">Its type; for an array <c>array</c>.</param>
/// <param name="Limits">The schema's limits and default, as the document's keywords.</param>
/// <param name="Values">The values it takes, or those of its items; empty if it takes any.</param>
internal sealed record ActionParameter(string Name, string In, string Type, string Limits = "", string[]? Values = null);

/// <summary>What is known of the action, kept apart from the document so that one can be held against the other.</summary>
internal static class ActionPage
{
    private static readonly string[] ObjectTypes =
    [
        "events", "file", "ip", "url", "dns", "process", "registry", "scheduled_task", "logins", "indicators", "module",
    ];

    private static readonly string[] SubTypes =
    [
        "PROCESSCREATION", "PROCESSTERMINATION", "PROCESSMODIFICATION", "TCPV4", "TCPV6", "TCPV4LISTEN", "TCPV6LISTEN",
        "FILEMODIFICATION", "FILESCAN", "FILECREATION", "FILEDELETION", "FILERENAME", "LOGIN", "LOGOUT", "HTTP", "DNS",
        "SCHEDTASKREGISTER", "SCHEDTASKSTART", "SCHEDTASKUPDATE", "SCHEDTASKTRIGGER", "SCHEDTASKDELETE", "REGKEYCREATE",
        "REGKEYRENAME", "REGKEYDELETE", "REGKEYEXPORT", "REGKEYSECURITYCHANGED", "REGKEYIMPORT", "REGVALUEMODIFIED",
        "REGVALUECREATE", "REGISTRYACTION", "BEHAVIORALINDICATORS", "MODULE",
    ];

    private static readonly string[] SortFields =
    [
        "id", "createdAt", "eventType", "fileSize", "fileType", "registryPath", "registryId", "registryClassification",
        "pid", "processName",
    ];

    /// <summary>The path's parameter and the query's, in the order of the action's table.</summary>
    public static ActionParameter[] Parameters { get; } =
    [
        new("threat_id", "path", "string", "minLength=18 pattern=^[0-9]+$"),
        new("eventId", "query", "string"),
        new("eventTypes", "query", "array", "maxItems=5000", ObjectTypes),
        new("eventSubTypes", "query", "array", "maxItems=5000", SubTypes),
        new("processName__like", "query", "string"),
        new("limit", "query", "integer(int32)", "default=10 maximum=1000 minimum=1"),
        new("skip", "query", "integer(int32)", "maximum=1000 minimum=0"),
        new("cursor", "query", "string"),
        new("countOnly", "query", "boolean", "default=false"),
        new("skipCount", "query", "boolean"),
        new("sortBy", "query", "string", Values: SortFields),
        new("sortOrder", "query", "string", Values: ["asc", "desc"]),
    ];

    /// <summary>The headers of the recorded answer, in its order.</summary>
    public static string[] Headers { get; } =
    [
        "Server", "Date", "Content-Type", "Transfer-Encoding", "Connection", "X-RQID", "Access-Control-Allow-Origin",
        "Access-Control-Allow-Credentials", "Vary", "Strict-Transport-Security", "X-Frame-Options", "X-Content-Type-Options",
        "Content-Security-Policy", "Cache-Control", "Pragma", "Expires", "Content-Encoding",
    ];

    public static ActionField[] Fields { get; } =
    [
        .. from line in SpecDocument.ReadBeside("action-fields.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
           let cell = line.TrimEnd('\r').Split('\t')
           select new ActionField(cell[0], cell[1], cell[2], cell[3].Split('|', StringSplitOptions.RemoveEmptyEntries), cell[4] == "yes"),
    ];

    /// <summary>The body of the recorded answer.</summary>
    public static JsonObject ExampleBody { get; } = JsonNode.Parse(SpecDocument.ReadBeside("example-body.json"))!.AsObject();

    public static JsonObject[] ExampleEvents { get; } = [.. ExampleBody["data"]!.AsArray().Select(e => e!.AsObject())];
}
