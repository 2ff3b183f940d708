using System.Runtime.Serialization;

namespace Kiln.Benchmarks.Peers.Kiota.Models;

/// <summary>Family of operating systems, as Kiota emits it.</summary>
public enum AgentOs
{
    [EnumMember(Value = "windows")]
    Windows,
    [EnumMember(Value = "windows_legacy")]
    WindowsLegacy,
    [EnumMember(Value = "linux")]
    Linux,
    [EnumMember(Value = "macos")]
    MacOS,
}
