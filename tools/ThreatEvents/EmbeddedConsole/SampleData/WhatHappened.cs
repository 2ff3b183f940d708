using System.Globalization;

namespace ThreatEvents.EmbeddedConsole.SampleData;

/// <summary>What an event tells beyond its process, one method for each type of object.</summary>
internal static class WhatHappened
{
    private static readonly string[] Hosts =
        ["updates.example.net", "cdn.example.com", "login.example.org", "pool.mining.example", "files.corp.example.com", "xn--mnchen-3ya.example"];

    private static readonly string[] WindowsFiles =
        [@"C:\Users\m.rossi\Downloads\Fattura 2021-12.docm", @"C:\ProgramData\up.dat", @"C:\ProgramData\up.exe", @"C:\Windows\Temp\~DF3A.tmp", @"C:\Users\m.rossi\Desktop\Größe, ""final"".xlsx"];

    private static readonly string[] LinuxFiles =
        ["/tmp/.x", "/home/swimlane-host/eicar.com", "/etc/crontab", "/var/log/auth.log", "/usr/local/bin/=update"];

    private static readonly string[] MacFiles =
        ["/Users/ana/Downloads/会議ツール.pkg", "/Users/ana/Library/Keychains/login.keychain-db", "/private/tmp/.upd", "/Library/LaunchDaemons/com.example.helper.plist"];

    private static readonly (string Path, string Classification)[] RegistryPlaces =
    [
        (@"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Run\OneDriveSync", "Persistence"),
        (@"HKEY_CURRENT_USER\Software\Classes\ms-settings\shell\open\command", "PrivilegeEscalation"),
        (@"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\WinDefend\Start", "Evasion"),
        (@"HKEY_LOCAL_MACHINE\SAM\SAM\Domains\Account\Users", "CredentialAccess"),
    ];

    private static readonly (string Category, string Name, string Description, string Metadata)[] Indicators =
    [
        ("Persistence", "ScheduledTaskPersistence", "A process registered a task that starts it again.", "MITRE: T1053.005"),
        ("Evasion", "HiddenWindow", "PowerShell was started with a hidden window and an encoded command.", "MITRE: T1059.001, T1564.003"),
        ("InfoStealer", "LsassAccess", "A process read the memory of the local security authority.", "MITRE: T1003.001"),
        ("Reconnaissance", "DomainDiscovery", "A process listed the administrators of the domain.", "MITRE: T1069.002"),
    ];

    public static void Process(EventDraft draft, EventKind kind, SampleProcess process, SampleRandom random)
    {
        draft["fileSha1"] = process.Sha1;
        draft["rpid"] = Text(random.Between(1, 60_000));
    }

    public static void File(EventDraft draft, EventKind kind, SampleProcess process, SampleRandom random)
    {
        var path = random.Pick(process.Agent.Os switch { "windows" => WindowsFiles, "macos" => MacFiles, _ => LinuxFiles });
        draft["fileFullName"] = path;
        draft["fileId"] = process.Agent.IsWindows ? random.Hex(16).ToUpperInvariant() : $"{random.Between(1000, 900_000)}_fanotify";
        draft["fileType"] = Path.GetExtension(path).TrimStart('.');
        draft["fileMd5"] = random.Hex(32);
        draft["fileSha1"] = random.Hex(40);
        draft["fileSha256"] = random.Hex(64);
        draft["fileSize"] = Text(random.Below(40_000_000));

        if (kind.SubType is not ("FILEMODIFICATION" or "FILERENAME"))
            return;

        draft["oldFileMd5"] = random.Hex(32);
        draft["oldFileSha1"] = random.Hex(40);
        draft["oldFileSha256"] = random.Hex(64);
        if (kind.SubType == "FILERENAME")
            draft["oldFileName"] = path + ".part";
    }

    public static void Connection(EventDraft draft, EventKind kind, SampleProcess process, SampleRandom random)
    {
        var isV6 = kind.SubType.StartsWith("TCPV6", StringComparison.Ordinal);
        var isListening = kind.SubType.EndsWith("LISTEN", StringComparison.Ordinal);
        draft["connectionStatus"] = random.Chance(85) ? "SUCCESS" : "FAILURE";
        draft["direction"] = isListening ? "INCOMING" : "OUTGOING";
        draft["protocol"] = "tcp";
        draft["srcIp"] = isV6 ? $"2001:db8::{random.Hex(4)}" : process.Agent.Ip;
        draft.Put("srcPort", isListening ? random.Pick([22, 80, 443, 3389, 4444]) : random.Between(49_152, 65_535));
        if (isListening)
            return;

        draft["dstIp"] = isV6 ? $"2001:db8:ffff::{random.Hex(4)}" : $"203.0.113.{random.Between(1, 254)}";
        draft.Put("dstPort", random.Pick([22, 53, 80, 443, 445, 4444, 8080]));
    }

    public static void DnsQuery(EventDraft draft, EventKind kind, SampleProcess process, SampleRandom random)
    {
        draft["dnsRequest"] = random.Pick(Hosts);
        if (random.Chance(80))
            draft["dnsResponse"] = $"203.0.113.{random.Between(1, 254)};";
    }

    public static void WebRequest(EventDraft draft, EventKind kind, SampleProcess process, SampleRandom random)
    {
        draft["networkMethod"] = random.Pick(["GET", "GET", "POST", "HEAD"]);
        draft["networkSource"] = process.Program.Name;
        draft["networkUrl"] = $"https://{random.Pick(Hosts)}/{random.Pick(["stage2.sh", "beacon?id=" + random.Hex(8), "index.html", "up.dat"])}";
        draft["direction"] = "OUTGOING";
    }

    public static void Registry(EventDraft draft, EventKind kind, SampleProcess process, SampleRandom random)
    {
        var (path, classification) = random.Pick(RegistryPlaces);
        draft["registryPath"] = path;
        draft["registryClassification"] = classification;
        draft["registryId"] = random.Hex(16).ToUpperInvariant();
    }

    public static void ScheduledTask(EventDraft draft, EventKind kind, SampleProcess process, SampleRandom random)
    {
        draft["taskName"] = random.Pick([@"\OneDriveSync", @"\Microsoft\Windows\UpdateOrchestrator\Reboot", @"\Backup – täglich"]);
        draft["taskPath"] = random.Pick([@"C:\ProgramData\up.exe", @"C:\Windows\System32\MusNotification.exe"]);
    }

    public static void LoginOrLogout(EventDraft draft, EventKind kind, SampleProcess process, SampleRandom random)
    {
        draft["loginsBaseType"] = random.Pick(["INTERACTIVE", "NETWORK", "REMOTE_INTERACTIVE", "SERVICE"]);
        draft["loginsUserName"] = random.Pick(process.Agent.Users);
        if (random.Chance(50))
            draft["srcIp"] = $"198.51.100.{random.Between(1, 254)}";
    }

    public static void Indicator(EventDraft draft, EventKind kind, SampleProcess process, SampleRandom random)
    {
        var (category, name, description, metadata) = random.Pick(Indicators);
        draft["indicatorCategory"] = category;
        draft["indicatorName"] = name;
        draft["indicatorDescription"] = description;
        draft["indicatorMetadata"] = metadata;
    }

    public static void Module(EventDraft draft, EventKind kind, SampleProcess process, SampleRandom random)
    {
        draft["fileFullName"] = random.Pick(process.Agent.Os switch
        {
            "windows" => [@"C:\Windows\System32\samlib.dll", @"C:\ProgramData\up.dat"],
            "macos" => ["/usr/lib/libSystem.B.dylib", "/Library/Application Support/會議/libhook.dylib"],
            _ => (string[])["/usr/lib64/libcrypto.so.1.1", "/tmp/.x/libhook.so"],
        });
        draft["fileSha1"] = random.Hex(40);
        draft["signedStatus"] = random.Pick(["signed", "unsigned"]);
        draft["signatureSignedInvalidReason"] = random.Chance(20) ? "Certificate expired" : "";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
