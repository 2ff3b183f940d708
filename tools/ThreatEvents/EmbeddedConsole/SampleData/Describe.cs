using System.Globalization;

namespace ThreatEvents.EmbeddedConsole.SampleData;

/// <summary>Fills in an event: the machine, the process, and then what happened.</summary>
internal static class Describe
{
    /// <summary>How often each object type comes up in a hundred events, and what an event of it tells.</summary>
    private static readonly (string ObjectType, int Share, Action<EventDraft, EventKind, SampleProcess, SampleRandom> Tell)[] Types =
    [
        ("process", 22, WhatHappened.Process),
        ("file", 26, WhatHappened.File),
        ("ip", 15, WhatHappened.Connection),
        ("dns", 11, WhatHappened.DnsQuery),
        ("url", 6, WhatHappened.WebRequest),
        ("registry", 7, WhatHappened.Registry),
        ("scheduled_task", 3, WhatHappened.ScheduledTask),
        ("logins", 3, WhatHappened.LoginOrLogout),
        ("indicators", 4, WhatHappened.Indicator),
        ("module", 3, WhatHappened.Module),
    ];

    public static void Event(EventDraft draft, SampleProcess process, bool hasRareFields, SampleRandom random)
    {
        Agent(draft, process.Agent);
        Process(draft, process, random);
        if (process.Parent is { } parent)
            Parent(draft, parent);

        if (hasRareFields)
            RareFields(draft, process);

        var (objectType, _, tell) = PickType(process.Agent, random);
        var kind = random.Pick([.. EventKind.All.Where(kind => kind.ObjectType == objectType)]);
        draft["objectType"] = kind.ObjectType;
        draft["eventType"] = kind.DisplayText;
        tell(draft, kind, process, random);
    }

    /// <summary>Only Windows has a registry and its scheduled tasks; elsewhere such an event becomes one of a file.</summary>
    private static (string ObjectType, int Share, Action<EventDraft, EventKind, SampleProcess, SampleRandom> Tell) PickType(SampleAgent agent, SampleRandom random)
    {
        var at = random.Below(Types.Sum(type => type.Share));
        var picked = Types.First(type => (at -= type.Share) < 0);

        return picked.ObjectType is "registry" or "scheduled_task" && !agent.IsWindows ? Types[1] : picked;
    }

    private static void Agent(EventDraft draft, SampleAgent agent)
    {
        draft["agentDomain"] = agent.Domain;
        draft["agentGroupId"] = agent.GroupId;
        draft["agentId"] = agent.Id;
        draft.Put("agentInfected", true);
        draft["agentIp"] = agent.Ip;
        draft.Put("agentIsActive", true);
        draft.Put("agentIsDecommissioned", false);
        draft["agentMachineType"] = agent.Machine;
        draft["agentName"] = agent.Name;
        draft["agentNetworkStatus"] = agent.Machine == "laptop" ? "connected" : "disconnected";
        draft["agentOs"] = agent.Os;
        draft["agentUuid"] = agent.Uuid;
        draft["agentVersion"] = agent.Version;
        draft["siteName"] = agent.SiteName;
    }

    private static void Process(EventDraft draft, SampleProcess process, SampleRandom random)
    {
        draft["pid"] = Text(process.Pid);
        draft["processCmd"] = process.Program.CommandLine;
        draft["processDisplayName"] = process.Program.DisplayName;
        draft["processGroupId"] = process.GroupId;
        draft["processImagePath"] = process.Program.Path;
        draft["processImageSha1Hash"] = process.Sha1;
        draft["processIntegrityLevel"] = process.Integrity;
        draft["processName"] = process.Program.Name;
        draft.Put("processStartTime", process.Started);
        draft["processSubSystem"] = process.Agent.IsWindows ? "SYS_WIN32" : "SUBSYSTEM_UNKNOWN";
        draft["processUniqueKey"] = process.Key;
        draft["processUserName"] = process.User;
        draft["md5"] = process.Md5;
        draft["sha1"] = process.Sha1;
        draft["sha256"] = process.Sha256;
        draft["storyline"] = process.Storyline;
        draft["trueContext"] = process.Storyline;
        draft["tid"] = Text(random.Between(1, 20_000));
        draft["user"] = process.User;
        draft.Put("relatedToThreat", process.IsMalicious);
        draft["signedStatus"] = process.Program.Publisher is null ? "unsigned" : "signed";
        draft["verifiedStatus"] = process.Program.Publisher is null ? "" : "verified";

        // The vendor sends these flags as text.
        draft["processRoot"] = process.Parent is null ? "True" : "False";
        if (process.Agent.IsWindows)
        {
            draft["processIsWow64"] = "False";
            draft["processIsRedirectedCommandProcessor"] = process.Program.Name == "cmd.exe" ? "True" : "False";
            draft["processSessionId"] = Text(process.User.StartsWith("NT ", StringComparison.Ordinal) ? 0 : 1);
        }

        if (process.Program.Publisher is { } publisher)
            draft["publisher"] = publisher;

        if (process.IsMalicious)
            draft["threatStatus"] = "mitigated";

        draft.Put("hasActiveContent", process.Program.Name.StartsWith("python", StringComparison.Ordinal));
        if (process.Program.Name.StartsWith("python", StringComparison.Ordinal))
        {
            draft["activeContentFileId"] = random.Hex(16).ToUpperInvariant();
            draft["activeContentHash"] = process.Md5;
            draft["activeContentPath"] = "/tmp/.x/run.py";
        }
    }

    private static void Parent(EventDraft draft, SampleProcess parent)
    {
        draft["parentPid"] = Text(parent.Pid);
        draft["parentProcessName"] = parent.Program.Name;
        draft["parentProcessUniqueKey"] = parent.Key;
    }

    private static void RareFields(EventDraft draft, SampleProcess process)
    {
        draft["siteId"] = process.Agent.SiteId;
        draft.Put("processIsMalicious", process.IsMalicious);
        if (process.Parent is not { } parent)
            return;

        draft["parentProcessGroupId"] = parent.GroupId;
        draft.Put("parentProcessIsMalicious", parent.IsMalicious);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
