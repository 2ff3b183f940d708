using System.Runtime.Serialization;

namespace Kiln.Benchmarks.Peers.Kiota.Models;

/// <summary>The fields to sort by, as Kiota emits it.</summary>
public enum SortField
{
    [EnumMember(Value = "id")]
    Id,
    [EnumMember(Value = "createdAt")]
    CreatedAt,
    [EnumMember(Value = "eventType")]
    EventType,
    [EnumMember(Value = "fileSize")]
    FileSize,
    [EnumMember(Value = "fileType")]
    FileType,
    [EnumMember(Value = "registryPath")]
    RegistryPath,
    [EnumMember(Value = "registryId")]
    RegistryId,
    [EnumMember(Value = "registryClassification")]
    RegistryClassification,
    [EnumMember(Value = "pid")]
    Pid,
    [EnumMember(Value = "processName")]
    ProcessName,
}
