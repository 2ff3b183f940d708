using System.Text.Json.Serialization;

namespace Kiln.Benchmarks.Peers.SystemTextJson;

/// <summary>An event as a careful user of System.Text.Json writes it: the same types as ours, plain strings for the enums, nothing kept that is unknown.</summary>
public sealed class StjEvent
{
    [JsonPropertyName("activeContentFileId")]
    public string? ActiveContentFileId { get; set; }

    [JsonPropertyName("activeContentHash")]
    public string? ActiveContentHash { get; set; }

    [JsonPropertyName("activeContentPath")]
    public string? ActiveContentPath { get; set; }

    [JsonPropertyName("agentDomain")]
    public string AgentDomain { get; set; } = "";

    [JsonPropertyName("agentGroupId")]
    public string AgentGroupId { get; set; } = "";

    [JsonPropertyName("agentId")]
    public string AgentId { get; set; } = "";

    [JsonPropertyName("agentInfected")]
    public bool AgentInfected { get; set; }

    [JsonPropertyName("agentIp")]
    public string AgentIp { get; set; } = "";

    [JsonPropertyName("agentIsActive")]
    public bool AgentIsActive { get; set; }

    [JsonPropertyName("agentIsDecommissioned")]
    public bool AgentIsDecommissioned { get; set; }

    [JsonPropertyName("agentMachineType")]
    public string AgentMachineType { get; set; } = "";

    [JsonPropertyName("agentName")]
    public string AgentName { get; set; } = "";

    [JsonPropertyName("agentNetworkStatus")]
    public string AgentNetworkStatus { get; set; } = "";

    [JsonPropertyName("agentOs")]
    public string AgentOs { get; set; } = "";

    [JsonPropertyName("agentUuid")]
    public string AgentUuid { get; set; } = "";

    [JsonPropertyName("agentVersion")]
    public string AgentVersion { get; set; } = "";

    [JsonPropertyName("connectionStatus")]
    public string? ConnectionStatus { get; set; }

    [JsonPropertyName("createdAt")]
    public DateTimeOffset CreatedAt { get; set; }

    [JsonPropertyName("direction")]
    public string? Direction { get; set; }

    [JsonPropertyName("dnsRequest")]
    public string? DnsRequest { get; set; }

    [JsonPropertyName("dnsResponse")]
    public string? DnsResponse { get; set; }

    [JsonPropertyName("dstIp")]
    public string? DstIp { get; set; }

    [JsonPropertyName("dstPort")]
    public int? DstPort { get; set; }

    [JsonPropertyName("eventType")]
    public string? EventType { get; set; }

    [JsonPropertyName("fileFullName")]
    public string? FileFullName { get; set; }

    [JsonPropertyName("fileId")]
    public string? FileId { get; set; }

    [JsonPropertyName("fileMd5")]
    public string? FileMd5 { get; set; }

    [JsonPropertyName("fileSha1")]
    public string? FileSha1 { get; set; }

    [JsonPropertyName("fileSha256")]
    public string? FileSha256 { get; set; }

    [JsonPropertyName("fileSize")]
    public string? FileSize { get; set; }

    [JsonPropertyName("fileType")]
    public string? FileType { get; set; }

    [JsonPropertyName("hasActiveContent")]
    public bool? HasActiveContent { get; set; }

    [JsonPropertyName("id")]
    public string Id { get; set; } = "";

    [JsonPropertyName("indicatorCategory")]
    public string? IndicatorCategory { get; set; }

    [JsonPropertyName("indicatorDescription")]
    public string? IndicatorDescription { get; set; }

    [JsonPropertyName("indicatorMetadata")]
    public string? IndicatorMetadata { get; set; }

    [JsonPropertyName("indicatorName")]
    public string? IndicatorName { get; set; }

    [JsonPropertyName("loginsBaseType")]
    public string? LoginsBaseType { get; set; }

    [JsonPropertyName("loginsUserName")]
    public string? LoginsUserName { get; set; }

    [JsonPropertyName("md5")]
    public string? Md5 { get; set; }

    [JsonPropertyName("networkMethod")]
    public string? NetworkMethod { get; set; }

    [JsonPropertyName("networkSource")]
    public string? NetworkSource { get; set; }

    [JsonPropertyName("networkUrl")]
    public string? NetworkUrl { get; set; }

    [JsonPropertyName("objectType")]
    public string ObjectType { get; set; } = "";

    [JsonPropertyName("oldFileMd5")]
    public string? OldFileMd5 { get; set; }

    [JsonPropertyName("oldFileName")]
    public string? OldFileName { get; set; }

    [JsonPropertyName("oldFileSha1")]
    public string? OldFileSha1 { get; set; }

    [JsonPropertyName("oldFileSha256")]
    public string? OldFileSha256 { get; set; }

    [JsonPropertyName("parentPid")]
    public string? ParentPid { get; set; }

    [JsonPropertyName("parentProcessGroupId")]
    public string? ParentProcessGroupId { get; set; }

    [JsonPropertyName("parentProcessIsMalicious")]
    public bool? ParentProcessIsMalicious { get; set; }

    [JsonPropertyName("parentProcessName")]
    public string? ParentProcessName { get; set; }

    [JsonPropertyName("parentProcessUniqueKey")]
    public string? ParentProcessUniqueKey { get; set; }

    [JsonPropertyName("pid")]
    public string? Pid { get; set; }

    [JsonPropertyName("processCmd")]
    public string? ProcessCmd { get; set; }

    [JsonPropertyName("processDisplayName")]
    public string? ProcessDisplayName { get; set; }

    [JsonPropertyName("processGroupId")]
    public string? ProcessGroupId { get; set; }

    [JsonPropertyName("processImagePath")]
    public string? ProcessImagePath { get; set; }

    [JsonPropertyName("processImageSha1Hash")]
    public string? ProcessImageSha1Hash { get; set; }

    [JsonPropertyName("processIntegrityLevel")]
    public string? ProcessIntegrityLevel { get; set; }

    [JsonPropertyName("processIsMalicious")]
    public bool? ProcessIsMalicious { get; set; }

    [JsonPropertyName("processIsRedirectedCommandProcessor")]
    public string? ProcessIsRedirectedCommandProcessor { get; set; }

    [JsonPropertyName("processIsWow64")]
    public string? ProcessIsWow64 { get; set; }

    [JsonPropertyName("processName")]
    public string ProcessName { get; set; } = "";

    [JsonPropertyName("processRoot")]
    public string? ProcessRoot { get; set; }

    [JsonPropertyName("processSessionId")]
    public string? ProcessSessionId { get; set; }

    [JsonPropertyName("processStartTime")]
    public DateTimeOffset? ProcessStartTime { get; set; }

    [JsonPropertyName("processSubSystem")]
    public string? ProcessSubSystem { get; set; }

    [JsonPropertyName("processUniqueKey")]
    public string? ProcessUniqueKey { get; set; }

    [JsonPropertyName("processUserName")]
    public string? ProcessUserName { get; set; }

    [JsonPropertyName("protocol")]
    public string? Protocol { get; set; }

    [JsonPropertyName("publisher")]
    public string? Publisher { get; set; }

    [JsonPropertyName("registryClassification")]
    public string? RegistryClassification { get; set; }

    [JsonPropertyName("registryId")]
    public string? RegistryId { get; set; }

    [JsonPropertyName("registryPath")]
    public string? RegistryPath { get; set; }

    [JsonPropertyName("relatedToThreat")]
    public bool? RelatedToThreat { get; set; }

    [JsonPropertyName("rpid")]
    public string? Rpid { get; set; }

    [JsonPropertyName("sha1")]
    public string? Sha1 { get; set; }

    [JsonPropertyName("sha256")]
    public string? Sha256 { get; set; }

    [JsonPropertyName("signatureSignedInvalidReason")]
    public string? SignatureSignedInvalidReason { get; set; }

    [JsonPropertyName("signedStatus")]
    public string? SignedStatus { get; set; }

    [JsonPropertyName("siteId")]
    public string? SiteId { get; set; }

    [JsonPropertyName("siteName")]
    public string SiteName { get; set; } = "";

    [JsonPropertyName("srcIp")]
    public string? SrcIp { get; set; }

    [JsonPropertyName("srcPort")]
    public int? SrcPort { get; set; }

    [JsonPropertyName("storyline")]
    public string? Storyline { get; set; }

    [JsonPropertyName("taskName")]
    public string? TaskName { get; set; }

    [JsonPropertyName("taskPath")]
    public string? TaskPath { get; set; }

    [JsonPropertyName("threatStatus")]
    public string? ThreatStatus { get; set; }

    [JsonPropertyName("tid")]
    public string? Tid { get; set; }

    [JsonPropertyName("trueContext")]
    public string? TrueContext { get; set; }

    [JsonPropertyName("user")]
    public string? User { get; set; }

    [JsonPropertyName("verifiedStatus")]
    public string? VerifiedStatus { get; set; }
}
