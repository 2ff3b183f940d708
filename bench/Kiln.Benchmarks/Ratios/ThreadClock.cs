using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Kiln.Benchmarks.Ratios;

/// <summary>
/// How long the calling thread has worked, collecting its own garbage included. On a machine that others use too, the time on the wall
/// tells mostly of them. What runs beside the thread is not in it, the collector's background thread for one, which is to the good of
/// whoever allocates most.
/// </summary>
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3; // CLOCK_THREAD_CPUTIME_ID of Linux

    /// <summary>Nanoseconds from some moment on; elsewhere than on Linux those of the wall's clock.</summary>
    public static long Nanoseconds() => OperatingSystem.IsLinux() && GetTime(ThreadCpuTime, out var time) == 0
        ? time.Seconds * 1_000_000_000 + time.Nanoseconds
        : (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
