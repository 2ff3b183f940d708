using System.Globalization;
using System.Reflection;
using Kiln.Tests.Forms;

namespace Kiln.Benchmarks.Processes;

/// <summary>Where what is measured lies, and what it makes.</summary>
internal static class Artifacts
{
    private static readonly string Configuration = typeof(Artifacts).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private static readonly string Run = PathOf($"run-{Environment.ProcessId}");

    private static int folders;

    /// <summary>A file or folder that git does not know.</summary>
    public static string PathOf(params string[] parts) => Checkout.PathOf(["artifacts", "bench", .. parts]);

    /// <summary>
    /// A new folder of this run, which stays until its end: where many files were deleted a moment before, some file systems take much longer to create others.
    /// </summary>
    public static string NewFolder() => Directory.CreateDirectory(Path.Combine(Run, Interlocked.Increment(ref folders).ToString(CultureInfo.InvariantCulture))).FullName;

    /// <summary>Deletes the folders of this run.</summary>
    public static void DeleteFolders()
    {
        if (Directory.Exists(Run))
            Directory.Delete(Run, recursive: true);
    }

    /// <summary>What a project of this solution was built to, in the configuration of the benchmarks.</summary>
    public static string Built(string project, string file) => Checkout.PathOf(project, "bin", Configuration, "net10.0", file);
}
