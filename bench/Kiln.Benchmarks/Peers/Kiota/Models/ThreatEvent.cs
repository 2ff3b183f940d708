using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Benchmarks.Peers.Kiota.Models;

/// <summary>An event as Kiota emits it: every property nullable, a dictionary of lambdas made for each instance that is read.</summary>
public partial class ThreatEvent : IAdditionalDataHolder, IParsable
{
    public IDictionary<string, object> AdditionalData { get; set; }

    public string? ActiveContentFileId { get; set; }

    public string? ActiveContentHash { get; set; }

    public string? ActiveContentPath { get; set; }

    public string? AgentDomain { get; set; }

    public string? AgentGroupId { get; set; }

    public string? AgentId { get; set; }

    public bool? AgentInfected { get; set; }

    public string? AgentIp { get; set; }

    public bool? AgentIsActive { get; set; }

    public bool? AgentIsDecommissioned { get; set; }

    public string? AgentMachineType { get; set; }

    public string? AgentName { get; set; }

    public string? AgentNetworkStatus { get; set; }

    public AgentOs? AgentOs { get; set; }

    public string? AgentUuid { get; set; }

    public string? AgentVersion { get; set; }

    public string? ConnectionStatus { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public string? Direction { get; set; }

    public string? DnsRequest { get; set; }

    public string? DnsResponse { get; set; }

    public string? DstIp { get; set; }

    public int? DstPort { get; set; }

    public string? EventType { get; set; }

    public string? FileFullName { get; set; }

    public string? FileId { get; set; }

    public string? FileMd5 { get; set; }

    public string? FileSha1 { get; set; }

    public string? FileSha256 { get; set; }

    public string? FileSize { get; set; }

    public string? FileType { get; set; }

    public bool? HasActiveContent { get; set; }

    public string? Id { get; set; }

    public string? IndicatorCategory { get; set; }

    public string? IndicatorDescription { get; set; }

    public string? IndicatorMetadata { get; set; }

    public string? IndicatorName { get; set; }

    public string? LoginsBaseType { get; set; }

    public string? LoginsUserName { get; set; }

    public string? Md5 { get; set; }

    public string? NetworkMethod { get; set; }

    public string? NetworkSource { get; set; }

    public string? NetworkUrl { get; set; }

    public EventObjectType? ObjectType { get; set; }

    public string? OldFileMd5 { get; set; }

    public string? OldFileName { get; set; }

    public string? OldFileSha1 { get; set; }

    public string? OldFileSha256 { get; set; }

    public string? ParentPid { get; set; }

    public string? ParentProcessGroupId { get; set; }

    public bool? ParentProcessIsMalicious { get; set; }

    public string? ParentProcessName { get; set; }

    public string? ParentProcessUniqueKey { get; set; }

    public string? Pid { get; set; }

    public string? ProcessCmd { get; set; }

    public string? ProcessDisplayName { get; set; }

    public string? ProcessGroupId { get; set; }

    public string? ProcessImagePath { get; set; }

    public string? ProcessImageSha1Hash { get; set; }

    public string? ProcessIntegrityLevel { get; set; }

    public bool? ProcessIsMalicious { get; set; }

    public string? ProcessIsRedirectedCommandProcessor { get; set; }

    public string? ProcessIsWow64 { get; set; }

    public string? ProcessName { get; set; }

    public string? ProcessRoot { get; set; }

    public string? ProcessSessionId { get; set; }

    public DateTimeOffset? ProcessStartTime { get; set; }

    public string? ProcessSubSystem { get; set; }

    public string? ProcessUniqueKey { get; set; }

    public string? ProcessUserName { get; set; }

    public string? Protocol { get; set; }

    public string? Publisher { get; set; }

    public string? RegistryClassification { get; set; }

    public string? RegistryId { get; set; }

    public string? RegistryPath { get; set; }

    public bool? RelatedToThreat { get; set; }

    public string? Rpid { get; set; }

    public string? Sha1 { get; set; }

    public string? Sha256 { get; set; }

    public string? SignatureSignedInvalidReason { get; set; }

    public string? SignedStatus { get; set; }

    public string? SiteId { get; set; }

    public string? SiteName { get; set; }

    public string? SrcIp { get; set; }

    public int? SrcPort { get; set; }

    public string? Storyline { get; set; }

    public string? TaskName { get; set; }

    public string? TaskPath { get; set; }

    public string? ThreatStatus { get; set; }

    public string? Tid { get; set; }

    public string? TrueContext { get; set; }

    public string? User { get; set; }

    public string? VerifiedStatus { get; set; }

    public ThreatEvent()
    {
        AdditionalData = new Dictionary<string, object>();
    }

    public static ThreatEvent CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        if (ReferenceEquals(parseNode, null)) throw new ArgumentNullException(nameof(parseNode));
        return new ThreatEvent();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers()
    {
        return new Dictionary<string, Action<IParseNode>>
        {
            { "activeContentFileId", n => { ActiveContentFileId = n.GetStringValue(); } },
            { "activeContentHash", n => { ActiveContentHash = n.GetStringValue(); } },
            { "activeContentPath", n => { ActiveContentPath = n.GetStringValue(); } },
            { "agentDomain", n => { AgentDomain = n.GetStringValue(); } },
            { "agentGroupId", n => { AgentGroupId = n.GetStringValue(); } },
            { "agentId", n => { AgentId = n.GetStringValue(); } },
            { "agentInfected", n => { AgentInfected = n.GetBoolValue(); } },
            { "agentIp", n => { AgentIp = n.GetStringValue(); } },
            { "agentIsActive", n => { AgentIsActive = n.GetBoolValue(); } },
            { "agentIsDecommissioned", n => { AgentIsDecommissioned = n.GetBoolValue(); } },
            { "agentMachineType", n => { AgentMachineType = n.GetStringValue(); } },
            { "agentName", n => { AgentName = n.GetStringValue(); } },
            { "agentNetworkStatus", n => { AgentNetworkStatus = n.GetStringValue(); } },
            { "agentOs", n => { AgentOs = n.GetEnumValue<AgentOs>(); } },
            { "agentUuid", n => { AgentUuid = n.GetStringValue(); } },
            { "agentVersion", n => { AgentVersion = n.GetStringValue(); } },
            { "connectionStatus", n => { ConnectionStatus = n.GetStringValue(); } },
            { "createdAt", n => { CreatedAt = n.GetDateTimeOffsetValue(); } },
            { "direction", n => { Direction = n.GetStringValue(); } },
            { "dnsRequest", n => { DnsRequest = n.GetStringValue(); } },
            { "dnsResponse", n => { DnsResponse = n.GetStringValue(); } },
            { "dstIp", n => { DstIp = n.GetStringValue(); } },
            { "dstPort", n => { DstPort = n.GetIntValue(); } },
            { "eventType", n => { EventType = n.GetStringValue(); } },
            { "fileFullName", n => { FileFullName = n.GetStringValue(); } },
            { "fileId", n => { FileId = n.GetStringValue(); } },
            { "fileMd5", n => { FileMd5 = n.GetStringValue(); } },
            { "fileSha1", n => { FileSha1 = n.GetStringValue(); } },
            { "fileSha256", n => { FileSha256 = n.GetStringValue(); } },
            { "fileSize", n => { FileSize = n.GetStringValue(); } },
            { "fileType", n => { FileType = n.GetStringValue(); } },
            { "hasActiveContent", n => { HasActiveContent = n.GetBoolValue(); } },
            { "id", n => { Id = n.GetStringValue(); } },
            { "indicatorCategory", n => { IndicatorCategory = n.GetStringValue(); } },
            { "indicatorDescription", n => { IndicatorDescription = n.GetStringValue(); } },
            { "indicatorMetadata", n => { IndicatorMetadata = n.GetStringValue(); } },
            { "indicatorName", n => { IndicatorName = n.GetStringValue(); } },
            { "loginsBaseType", n => { LoginsBaseType = n.GetStringValue(); } },
            { "loginsUserName", n => { LoginsUserName = n.GetStringValue(); } },
            { "md5", n => { Md5 = n.GetStringValue(); } },
            { "networkMethod", n => { NetworkMethod = n.GetStringValue(); } },
            { "networkSource", n => { NetworkSource = n.GetStringValue(); } },
            { "networkUrl", n => { NetworkUrl = n.GetStringValue(); } },
            { "objectType", n => { ObjectType = n.GetEnumValue<EventObjectType>(); } },
            { "oldFileMd5", n => { OldFileMd5 = n.GetStringValue(); } },
            { "oldFileName", n => { OldFileName = n.GetStringValue(); } },
            { "oldFileSha1", n => { OldFileSha1 = n.GetStringValue(); } },
            { "oldFileSha256", n => { OldFileSha256 = n.GetStringValue(); } },
            { "parentPid", n => { ParentPid = n.GetStringValue(); } },
            { "parentProcessGroupId", n => { ParentProcessGroupId = n.GetStringValue(); } },
            { "parentProcessIsMalicious", n => { ParentProcessIsMalicious = n.GetBoolValue(); } },
            { "parentProcessName", n => { ParentProcessName = n.GetStringValue(); } },
            { "parentProcessUniqueKey", n => { ParentProcessUniqueKey = n.GetStringValue(); } },
            { "pid", n => { Pid = n.GetStringValue(); } },
            { "processCmd", n => { ProcessCmd = n.GetStringValue(); } },
            { "processDisplayName", n => { ProcessDisplayName = n.GetStringValue(); } },
            { "processGroupId", n => { ProcessGroupId = n.GetStringValue(); } },
            { "processImagePath", n => { ProcessImagePath = n.GetStringValue(); } },
            { "processImageSha1Hash", n => { ProcessImageSha1Hash = n.GetStringValue(); } },
            { "processIntegrityLevel", n => { ProcessIntegrityLevel = n.GetStringValue(); } },
            { "processIsMalicious", n => { ProcessIsMalicious = n.GetBoolValue(); } },
            { "processIsRedirectedCommandProcessor", n => { ProcessIsRedirectedCommandProcessor = n.GetStringValue(); } },
            { "processIsWow64", n => { ProcessIsWow64 = n.GetStringValue(); } },
            { "processName", n => { ProcessName = n.GetStringValue(); } },
            { "processRoot", n => { ProcessRoot = n.GetStringValue(); } },
            { "processSessionId", n => { ProcessSessionId = n.GetStringValue(); } },
            { "processStartTime", n => { ProcessStartTime = n.GetDateTimeOffsetValue(); } },
            { "processSubSystem", n => { ProcessSubSystem = n.GetStringValue(); } },
            { "processUniqueKey", n => { ProcessUniqueKey = n.GetStringValue(); } },
            { "processUserName", n => { ProcessUserName = n.GetStringValue(); } },
            { "protocol", n => { Protocol = n.GetStringValue(); } },
            { "publisher", n => { Publisher = n.GetStringValue(); } },
            { "registryClassification", n => { RegistryClassification = n.GetStringValue(); } },
            { "registryId", n => { RegistryId = n.GetStringValue(); } },
            { "registryPath", n => { RegistryPath = n.GetStringValue(); } },
            { "relatedToThreat", n => { RelatedToThreat = n.GetBoolValue(); } },
            { "rpid", n => { Rpid = n.GetStringValue(); } },
            { "sha1", n => { Sha1 = n.GetStringValue(); } },
            { "sha256", n => { Sha256 = n.GetStringValue(); } },
            { "signatureSignedInvalidReason", n => { SignatureSignedInvalidReason = n.GetStringValue(); } },
            { "signedStatus", n => { SignedStatus = n.GetStringValue(); } },
            { "siteId", n => { SiteId = n.GetStringValue(); } },
            { "siteName", n => { SiteName = n.GetStringValue(); } },
            { "srcIp", n => { SrcIp = n.GetStringValue(); } },
            { "srcPort", n => { SrcPort = n.GetIntValue(); } },
            { "storyline", n => { Storyline = n.GetStringValue(); } },
            { "taskName", n => { TaskName = n.GetStringValue(); } },
            { "taskPath", n => { TaskPath = n.GetStringValue(); } },
            { "threatStatus", n => { ThreatStatus = n.GetStringValue(); } },
            { "tid", n => { Tid = n.GetStringValue(); } },
            { "trueContext", n => { TrueContext = n.GetStringValue(); } },
            { "user", n => { User = n.GetStringValue(); } },
            { "verifiedStatus", n => { VerifiedStatus = n.GetStringValue(); } },
        };
    }

    public virtual void Serialize(ISerializationWriter writer)
    {
        if (ReferenceEquals(writer, null)) throw new ArgumentNullException(nameof(writer));
        writer.WriteStringValue("activeContentFileId", ActiveContentFileId);
        writer.WriteStringValue("activeContentHash", ActiveContentHash);
        writer.WriteStringValue("activeContentPath", ActiveContentPath);
        writer.WriteStringValue("agentDomain", AgentDomain);
        writer.WriteStringValue("agentGroupId", AgentGroupId);
        writer.WriteStringValue("agentId", AgentId);
        writer.WriteBoolValue("agentInfected", AgentInfected);
        writer.WriteStringValue("agentIp", AgentIp);
        writer.WriteBoolValue("agentIsActive", AgentIsActive);
        writer.WriteBoolValue("agentIsDecommissioned", AgentIsDecommissioned);
        writer.WriteStringValue("agentMachineType", AgentMachineType);
        writer.WriteStringValue("agentName", AgentName);
        writer.WriteStringValue("agentNetworkStatus", AgentNetworkStatus);
        writer.WriteEnumValue<AgentOs>("agentOs", AgentOs);
        writer.WriteStringValue("agentUuid", AgentUuid);
        writer.WriteStringValue("agentVersion", AgentVersion);
        writer.WriteStringValue("connectionStatus", ConnectionStatus);
        writer.WriteDateTimeOffsetValue("createdAt", CreatedAt);
        writer.WriteStringValue("direction", Direction);
        writer.WriteStringValue("dnsRequest", DnsRequest);
        writer.WriteStringValue("dnsResponse", DnsResponse);
        writer.WriteStringValue("dstIp", DstIp);
        writer.WriteIntValue("dstPort", DstPort);
        writer.WriteStringValue("eventType", EventType);
        writer.WriteStringValue("fileFullName", FileFullName);
        writer.WriteStringValue("fileId", FileId);
        writer.WriteStringValue("fileMd5", FileMd5);
        writer.WriteStringValue("fileSha1", FileSha1);
        writer.WriteStringValue("fileSha256", FileSha256);
        writer.WriteStringValue("fileSize", FileSize);
        writer.WriteStringValue("fileType", FileType);
        writer.WriteBoolValue("hasActiveContent", HasActiveContent);
        writer.WriteStringValue("id", Id);
        writer.WriteStringValue("indicatorCategory", IndicatorCategory);
        writer.WriteStringValue("indicatorDescription", IndicatorDescription);
        writer.WriteStringValue("indicatorMetadata", IndicatorMetadata);
        writer.WriteStringValue("indicatorName", IndicatorName);
        writer.WriteStringValue("loginsBaseType", LoginsBaseType);
        writer.WriteStringValue("loginsUserName", LoginsUserName);
        writer.WriteStringValue("md5", Md5);
        writer.WriteStringValue("networkMethod", NetworkMethod);
        writer.WriteStringValue("networkSource", NetworkSource);
        writer.WriteStringValue("networkUrl", NetworkUrl);
        writer.WriteEnumValue<EventObjectType>("objectType", ObjectType);
        writer.WriteStringValue("oldFileMd5", OldFileMd5);
        writer.WriteStringValue("oldFileName", OldFileName);
        writer.WriteStringValue("oldFileSha1", OldFileSha1);
        writer.WriteStringValue("oldFileSha256", OldFileSha256);
        writer.WriteStringValue("parentPid", ParentPid);
        writer.WriteStringValue("parentProcessGroupId", ParentProcessGroupId);
        writer.WriteBoolValue("parentProcessIsMalicious", ParentProcessIsMalicious);
        writer.WriteStringValue("parentProcessName", ParentProcessName);
        writer.WriteStringValue("parentProcessUniqueKey", ParentProcessUniqueKey);
        writer.WriteStringValue("pid", Pid);
        writer.WriteStringValue("processCmd", ProcessCmd);
        writer.WriteStringValue("processDisplayName", ProcessDisplayName);
        writer.WriteStringValue("processGroupId", ProcessGroupId);
        writer.WriteStringValue("processImagePath", ProcessImagePath);
        writer.WriteStringValue("processImageSha1Hash", ProcessImageSha1Hash);
        writer.WriteStringValue("processIntegrityLevel", ProcessIntegrityLevel);
        writer.WriteBoolValue("processIsMalicious", ProcessIsMalicious);
        writer.WriteStringValue("processIsRedirectedCommandProcessor", ProcessIsRedirectedCommandProcessor);
        writer.WriteStringValue("processIsWow64", ProcessIsWow64);
        writer.WriteStringValue("processName", ProcessName);
        writer.WriteStringValue("processRoot", ProcessRoot);
        writer.WriteStringValue("processSessionId", ProcessSessionId);
        writer.WriteDateTimeOffsetValue("processStartTime", ProcessStartTime);
        writer.WriteStringValue("processSubSystem", ProcessSubSystem);
        writer.WriteStringValue("processUniqueKey", ProcessUniqueKey);
        writer.WriteStringValue("processUserName", ProcessUserName);
        writer.WriteStringValue("protocol", Protocol);
        writer.WriteStringValue("publisher", Publisher);
        writer.WriteStringValue("registryClassification", RegistryClassification);
        writer.WriteStringValue("registryId", RegistryId);
        writer.WriteStringValue("registryPath", RegistryPath);
        writer.WriteBoolValue("relatedToThreat", RelatedToThreat);
        writer.WriteStringValue("rpid", Rpid);
        writer.WriteStringValue("sha1", Sha1);
        writer.WriteStringValue("sha256", Sha256);
        writer.WriteStringValue("signatureSignedInvalidReason", SignatureSignedInvalidReason);
        writer.WriteStringValue("signedStatus", SignedStatus);
        writer.WriteStringValue("siteId", SiteId);
        writer.WriteStringValue("siteName", SiteName);
        writer.WriteStringValue("srcIp", SrcIp);
        writer.WriteIntValue("srcPort", SrcPort);
        writer.WriteStringValue("storyline", Storyline);
        writer.WriteStringValue("taskName", TaskName);
        writer.WriteStringValue("taskPath", TaskPath);
        writer.WriteStringValue("threatStatus", ThreatStatus);
        writer.WriteStringValue("tid", Tid);
        writer.WriteStringValue("trueContext", TrueContext);
        writer.WriteStringValue("user", User);
        writer.WriteStringValue("verifiedStatus", VerifiedStatus);
        writer.WriteAdditionalData(AdditionalData);
    }
}
