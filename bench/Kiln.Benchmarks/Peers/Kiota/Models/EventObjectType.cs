using System.Runtime.Serialization;

namespace Kiln.Benchmarks.Peers.Kiota.Models;

/// <summary>What an event is about, as Kiota emits it.</summary>
public enum EventObjectType
{
    [EnumMember(Value = "events")]
    Events,
    [EnumMember(Value = "file")]
    File,
    [EnumMember(Value = "ip")]
    Ip,
    [EnumMember(Value = "url")]
    Url,
    [EnumMember(Value = "dns")]
    Dns,
    [EnumMember(Value = "process")]
    Process,
    [EnumMember(Value = "registry")]
    Registry,
    [EnumMember(Value = "scheduled_task")]
    ScheduledTask,
    [EnumMember(Value = "logins")]
    Logins,
    [EnumMember(Value = "indicators")]
    Indicators,
    [EnumMember(Value = "module")]
    Module,
}
