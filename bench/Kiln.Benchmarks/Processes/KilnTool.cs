namespace Kiln.Benchmarks.Processes;

/// <summary>The <c>kiln</c> command as it was built beside the benchmarks.</summary>
internal static class KilnTool
{
    /// <summary>What SDKs are compiled for here, by both.</summary>
    public const string Framework = "net10.0";

    private static string Program => Artifacts.Built("tools/Kiln", OperatingSystem.IsWindows() ? "kiln.exe" : "kiln");

    /// <summary>The assemblies that both SDKs are compiled against: the framework's, and those of Kiota's runtime and Kiln's.</summary>
    public static IEnumerable<string> References()
    {
        var folder = Artifacts.Built("tools/Kiln", Path.Combine("references", Framework));
        return Directory.EnumerateFiles(folder, "*.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
    }

    public static ProcessCost Generate(string document, string folder) => MeasuredProcess.Run(Program, "generate", document, "--output", folder);

    public static ProcessCost Build(string document, string assembly) => MeasuredProcess.Run(Program, "build", document, "--output", assembly, "--framework", Framework);
}
