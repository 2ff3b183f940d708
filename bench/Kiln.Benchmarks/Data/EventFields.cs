namespace Kiln.Benchmarks.Data;

/// <summary>The 89 fields that the service sends, in its order, and what each takes from the facts.</summary>
internal static class EventFields
{
    private static readonly (string Name, Func<EventFacts, object?> Value)[] All =
    [
        Field("activeContentFileId", e => e.Run.Content?.FileId),
        Field("activeContentHash", e => e.Run.Content?.Hash),
        Field("activeContentPath", e => e.Run.Content?.Path),
        Field("agentDomain", _ => ""),
        Field("agentGroupId", e => e.Agent.GroupId),
        Field("agentId", e => e.Agent.Id),
        Field("agentInfected", _ => true),
        Field("agentIp", e => e.Agent.Ip),
        Field("agentIsActive", _ => true),
        Field("agentIsDecommissioned", _ => false),
        Field("agentMachineType", e => e.Agent.Platform.MachineType),
        Field("agentName", e => e.Agent.Platform.AgentName),
        Field("agentNetworkStatus", _ => "disconnected"),
        Field("agentOs", e => e.Agent.Platform.Os),
        Field("agentUuid", e => e.Agent.Uuid),
        Field("agentVersion", e => e.Agent.Platform.AgentVersion),
        Field("connectionStatus", e => e.Connection?.Status),
        Field("createdAt", e => e.CreatedAt),
        Field("direction", e => e.Connection?.Direction),
        Field("dnsRequest", e => e.Dns?.Request),
        Field("dnsResponse", e => e.Dns?.Response),
        Field("dstIp", e => e.Connection?.DstIp),
        Field("dstPort", e => e.Connection?.DstPort),
        Field("eventType", e => e.EventType),
        Field("fileFullName", e => e.File?.Path),
        Field("fileId", e => e.File?.Id),
        Field("fileMd5", e => e.File?.Md5),
        Field("fileSha1", e => e.File?.Sha1 ?? e.Run.Image.Sha1),
        Field("fileSha256", e => e.File?.Sha256),
        Field("fileSize", e => e.File?.Size),
        Field("fileType", e => e.File?.Type),
        Field("hasActiveContent", e => e.Run.Content is not null),
        Field("id", e => e.Id),
        Field("indicatorCategory", e => e.Indicator?.Category),
        Field("indicatorDescription", e => e.Indicator?.Description),
        Field("indicatorMetadata", e => e.Indicator?.Metadata),
        Field("indicatorName", e => e.Indicator?.Name),
        Field("loginsBaseType", e => e.Login?.BaseType),
        Field("loginsUserName", e => e.Login?.UserName),
        Field("md5", e => e.File?.Md5 ?? e.Run.Image.Md5),
        Field("networkMethod", e => e.Url?.Method),
        Field("networkSource", e => e.Url?.Source),
        Field("networkUrl", e => e.Url?.Address),
        Field("objectType", e => e.ObjectType),
        Field("oldFileMd5", e => e.File?.Old?.Md5),
        Field("oldFileName", e => e.File?.Old?.Path),
        Field("oldFileSha1", e => e.File?.Old?.Sha1),
        Field("oldFileSha256", e => e.File?.Old?.Sha256),
        Field("parentPid", e => e.Run.Parent?.Pid),
        Field("parentProcessName", e => e.Run.Parent?.Image.Name),
        Field("parentProcessUniqueKey", e => e.Run.Parent?.UniqueKey),
        Field("pid", e => e.Run.Pid),
        Field("processCmd", e => e.Run.CommandLine),
        Field("processDisplayName", e => e.Run.Image.DisplayName),
        Field("processGroupId", e => e.GroupId),
        Field("processImagePath", e => e.Run.Image.Path),
        Field("processImageSha1Hash", e => e.Run.Image.Sha1),
        Field("processIntegrityLevel", e => e.Run.IntegrityLevel),
        Field("processIsRedirectedCommandProcessor", e => e.Agent.Platform.IsRedirectedCommandProcessor),
        Field("processIsWow64", _ => "False"),
        Field("processName", e => e.Run.Image.Name),
        Field("processRoot", e => e.Run.Parent is null ? "True" : "False"),
        Field("processSessionId", _ => "0"),
        Field("processStartTime", e => e.Run.StartTime),
        Field("processSubSystem", e => e.Agent.Platform.SubSystem),
        Field("processUniqueKey", e => e.Run.UniqueKey),
        Field("processUserName", e => e.Agent.Platform.User),
        Field("protocol", e => e.Connection?.Protocol),
        Field("publisher", e => e.Run.Image.Publisher),
        Field("registryClassification", e => e.Registry?.Classification),
        Field("registryId", e => e.Registry?.Id),
        Field("registryPath", e => e.Registry?.Path),
        Field("relatedToThreat", e => e.Run.Parent is null),
        Field("rpid", e => e.Run.Rpid),
        Field("sha1", e => e.File?.Sha1 ?? e.Run.Image.Sha1),
        Field("sha256", e => e.File?.Sha256 ?? e.Run.Image.Sha256),
        Field("signatureSignedInvalidReason", _ => null),
        Field("signedStatus", e => e.File is null ? "signed" : null),
        Field("siteName", e => e.Agent.SiteName),
        Field("srcIp", e => e.Connection?.SrcIp),
        Field("srcPort", e => e.Connection?.SrcPort),
        Field("storyline", e => e.GroupId),
        Field("taskName", e => e.Task?.Name),
        Field("taskPath", e => e.Task?.Path),
        Field("threatStatus", _ => null),
        Field("tid", e => e.Tid),
        Field("trueContext", e => e.GroupId),
        Field("user", e => e.Agent.Platform.User),
        Field("verifiedStatus", e => e.File is null ? "verified" : ""),
    ];

    public static void Write(JsonText json, EventFacts facts)
    {
        var before = "{";
        foreach (var (name, value) in All)
        {
            json.Raw(before);
            json.Raw(name);
            json.Value(value(facts));
            before = ",";
        }
        json.Raw("}");
    }

    private static (string Name, Func<EventFacts, object?> Value) Field(string name, Func<EventFacts, object?> value) => ($"\"{name}\":", value);
}
