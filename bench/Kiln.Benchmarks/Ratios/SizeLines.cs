using Kiln.Benchmarks.Processes;
using Kiln.Benchmarks.Sizes;
using Kiln.Tests.Forms;

namespace Kiln.Benchmarks.Ratios;

/// <summary>The lines that are bytes.</summary>
internal static class SizeLines
{
    // Either links native code.
    private static readonly string[] Linkers = ["clang", "gcc"];

    /// <summary>The emitted event with its 93 properties.</summary>
    public static void MeasureEvent(Report report) => report.Add("event.bytes", new FileInfo(Checkout.PathOf(SizeReport.Pinned)).Length);

    /// <summary>The command <c>threat-events</c> as native code, which is published for it.</summary>
    public static void MeasureNative(Report report)
    {
        if (!OperatingSystem.IsLinux() || !Linkers.Any(IsInstalled))
        {
            report.Note("native.bytes: skipped, it is measured on Linux with clang or gcc");
            return;
        }
        var folder = Artifacts.NewFolder();
        MeasuredProcess.Run(
            "dotnet", "publish", Checkout.PathOf("tools", "ThreatEvents"), "-c", "Release", "-r", "linux-x64", "-p:PublishAot=true", "-o", folder, "--nologo", "-v", "q");
        report.Add("native.bytes", new FileInfo(Path.Combine(folder, "threat-events")).Length);
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
