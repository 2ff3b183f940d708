namespace ThreatEvents.EmbeddedConsole;

/// <summary>One kind of event: the names that the filters take, and the text that an event shows.</summary>
/// <example><c>FILECREATION</c> of <c>file</c>, shown as <c>File Creation</c>.</example>
/// <remarks>
/// Only the texts of <c>PROCESSCREATION</c> and <c>FILECREATION</c> are known from a real answer. The others follow their style.
/// </remarks>
internal sealed record EventKind(string ObjectType, string SubType, string DisplayText)
{
    public static IReadOnlyList<EventKind> All { get; } =
    [
        new("process", "PROCESSCREATION", "Process Creation"),
        new("process", "PROCESSTERMINATION", "Process Termination"),
        new("process", "PROCESSMODIFICATION", "Process Modification"),
        new("ip", "TCPV4", "TCPv4 Connection"),
        new("ip", "TCPV6", "TCPv6 Connection"),
        new("ip", "TCPV4LISTEN", "TCPv4 Listen"),
        new("ip", "TCPV6LISTEN", "TCPv6 Listen"),
        new("file", "FILEMODIFICATION", "File Modification"),
        new("file", "FILESCAN", "File Scan"),
        new("file", "FILECREATION", "File Creation"),
        new("file", "FILEDELETION", "File Deletion"),
        new("file", "FILERENAME", "File Rename"),
        new("logins", "LOGIN", "Login"),
        new("logins", "LOGOUT", "Logout"),
        new("url", "HTTP", "HTTP Request"),
        new("dns", "DNS", "DNS Query"),
        new("scheduled_task", "SCHEDTASKREGISTER", "Scheduled Task Register"),
        new("scheduled_task", "SCHEDTASKSTART", "Scheduled Task Start"),
        new("scheduled_task", "SCHEDTASKUPDATE", "Scheduled Task Update"),
        new("scheduled_task", "SCHEDTASKTRIGGER", "Scheduled Task Trigger"),
        new("scheduled_task", "SCHEDTASKDELETE", "Scheduled Task Delete"),
        new("registry", "REGKEYCREATE", "Registry Key Create"),
        new("registry", "REGKEYRENAME", "Registry Key Rename"),
        new("registry", "REGKEYDELETE", "Registry Key Delete"),
        new("registry", "REGKEYEXPORT", "Registry Key Export"),
        new("registry", "REGKEYSECURITYCHANGED", "Registry Key Security Changed"),
        new("registry", "REGKEYIMPORT", "Registry Key Import"),
        new("registry", "REGVALUEMODIFIED", "Registry Value Modified"),
        new("registry", "REGVALUECREATE", "Registry Value Create"),
        new("registry", "REGISTRYACTION", "Registry Action"),
        new("indicators", "BEHAVIORALINDICATORS", "Behavioral Indicators"),
        new("module", "MODULE", "Module Load"),
    ];

    /// <summary>The values of <c>eventTypes</c>: the object types, and <c>events</c> for all of them.</summary>
    public static IReadOnlyCollection<string> ObjectTypes { get; } = ["events", .. All.Select(kind => kind.ObjectType).Distinct()];

    /// <summary>The values of <c>eventSubTypes</c>.</summary>
    public static IReadOnlyCollection<string> SubTypes { get; } = [.. All.Select(kind => kind.SubType)];

    private static readonly Dictionary<string, string> SubTypeByText = All.ToDictionary(kind => kind.DisplayText, kind => kind.SubType, StringComparer.Ordinal);

    public static string? SubTypeOf(string? displayText) => displayText is null ? null : SubTypeByText.GetValueOrDefault(displayText);
}
