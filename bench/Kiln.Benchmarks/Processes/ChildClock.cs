using System.Runtime.InteropServices;

namespace Kiln.Benchmarks.Processes;

/// <summary>
/// The CPU time, user and system, of all processes that this one has started and that have ended, with those that they started in turn. Processes that run one after
/// another are told apart by reading it before and after each.
/// </summary>
internal static partial class ChildClock
{
    private const int Children = -1; // RUSAGE_CHILDREN

    /// <summary>Whether this system tells it.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    public static TimeSpan Read()
    {
        var usage = default(Usage);
        if (GetUsage(Children, ref usage) != 0)
            throw new InvalidOperationException("The system does not tell the CPU time of child processes.");
        return TimeSpan.FromSeconds(usage.UserSeconds + usage.SystemSeconds) + TimeSpan.FromMicroseconds(usage.UserMicroseconds + usage.SystemMicroseconds);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, ref Usage usage);

    // struct rusage: two times, and fourteen counters that are not read.
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
