namespace Kiln.Benchmarks.Data;

/// <summary>The machine: the same text in every event of a threat.</summary>
internal sealed record Agent(Platform Platform, string GroupId, string Id, string Ip, string Uuid, string SiteName);

/// <summary>A program on that machine. One threat has few of them.</summary>
internal sealed record Image(string Path, string Name, string DisplayName, string Md5, string Sha1, string Sha256, string Publisher);

/// <summary>One run of a program. What is here is alike in the events of that run, and in no others.</summary>
internal sealed record Run(
    Image Image, Run? Parent, string Pid, string UniqueKey, string CommandLine, string StartTime, string IntegrityLevel, string Rpid, ActiveContent? Content);

/// <summary>A script that a run has loaded.</summary>
internal sealed record ActiveContent(string FileId, string Hash, string Path);

/// <summary>A file that something was done to, nearly always another one.</summary>
internal sealed record TouchedFile(string Path, string Id, string? Md5, string Sha1, string? Sha256, string Size, string Type, TouchedFile? Old);

/// <summary>A connection; the port at this end is another one each time.</summary>
internal sealed record Connection(string Direction, string DstIp, int DstPort, string SrcIp, int SrcPort, string Protocol, string Status);

internal sealed record Dns(string Request, string Response);

internal sealed record Url(string Method, string Source, string Address);

internal sealed record Indicator(string Category, string Description, string Metadata, string Name);

internal sealed record Registry(string Id, string Path, string Classification);

internal sealed record Login(string BaseType, string UserName);

internal sealed record ScheduledTask(string Name, string Path);

/// <summary>One event: who, when, what, and what it was done to.</summary>
internal sealed record EventFacts(string Id, string CreatedAt, string ObjectType, string EventType, Agent Agent, string GroupId, Run Run, string Tid)
{
    public TouchedFile? File { get; init; }
    public Connection? Connection { get; init; }
    public Dns? Dns { get; init; }
    public Url? Url { get; init; }
    public Indicator? Indicator { get; init; }
    public Registry? Registry { get; init; }
    public Login? Login { get; init; }
    public ScheduledTask? Task { get; init; }
}
