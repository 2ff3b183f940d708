using Kiln.Tool.Documents;
using Kiln.Tool.Files;

namespace Kiln.Tool.Gates;

/// <summary>A baseline to write.</summary>
/// <param name="Path">Where.</param>
/// <param name="Reason">Why the findings are accepted.</param>
/// <param name="Expires">The last day on which they are; <see langword="null"/> for no end.</param>
internal sealed record BaselineOrder(string Path, string Reason, DateOnly? Expires)
{
    /// <summary>Writes what fails a run as accepted, with the entries of the gate's baseline that are still needed, and tells how many there are.</summary>
    /// <returns>The exit code.</returns>
    public int Write(KilnConsole console, Gate gate, GateResult result, DateOnly today, CancellationToken cancellationToken)
    {
        var wanted = result.Reported.Where(f => f.Id is not (Baseline.ExpiredId or Baseline.UnusedId) && gate.FailOn.IsMetBy(f));
        var baseline = gate.Baseline.With(wanted, result.All, Reason, Expires, today);
        Disk.Try($"cannot write to {Path}", () => OutputFiles.Write([new(console.Resolve(Path), BaselineFile.Write(baseline.Entries))], cancellationToken));
        console.Error.WriteLine($"{Path}: {DiagnosticReport.Count(baseline.Entries.Count, "accepted finding")}.");
        return ExitCodes.Done;
    }
}
