namespace ThreatEvents.EmbeddedConsole.SampleData;

/// <summary>A machine of the sample. Addresses are from the ranges that are set aside for documentation.</summary>
internal sealed record SampleAgent(
    string Name, string Os, string Machine, string Domain, string Ip, string Id, string GroupId, string Uuid, string Version, string SiteName, string SiteId,
    IReadOnlyList<string> Users)
{
    /// <summary>The first is the machine of the example's two events, so that the sample goes on where they end.</summary>
    public static IReadOnlyList<SampleAgent> All { get; } =
    [
        new("localhost.localdomain", "linux", "server", "", "96.79.235.37", "1286438987267469377", "1286405255265411734",
            "33b3a892-d388-d3e6-6ead-a98acb5d054c", "21.10.1.6", "Default site", "1286405255248634516", ["root", "swimlane-host", "www-data"]),
        new("FIN-WS-0147", "windows", "desktop", "CORP", "192.0.2.147", "1301127649102458881", "1286405255265411734",
            "0f1d6c52-8a3e-4b77-9c15-5f6a2be7d901", "21.7.5.1080", "Default site", "1286405255248634516", [@"CORP\m.rossi", @"NT AUTHORITY\SYSTEM"]),
        new("CORP-DC01", "windows", "server", "CORP", "192.0.2.10", "1301127650310420482", "1290776621544872215",
            "7c94e7aa-15cb-4f0f-b6a3-0d8e3a1f5b22", "21.7.5.1080", "Datacenter", "1290776621536483606", [@"NT AUTHORITY\SYSTEM", @"CORP\svc-backup", @"NT AUTHORITY\NETWORK SERVICE"]),
        new("dev-mbp-08", "macos", "laptop", "corp.example.com", "198.51.100.58", "1322904416807512067", "1290776621544872215",
            "B1E6A0D4-2C7F-5E19-8A6B-4D2F90C3E718", "21.10.3.5989", "R&D – Zürich", "1290776621553260824", ["ana.lópez", "root", "_mdnsresponder"]),
    ];

    public bool IsWindows => Os == "windows";
}
