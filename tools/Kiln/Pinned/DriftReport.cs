using Kiln.Generator.Collections;
using Kiln.Tool.Diff;
using Kiln.Tool.Documents;
using Kiln.Tool.Gates;
using Kiln.Tool.Reports;
using Kiln.Tool.Reports.Output;

namespace Kiln.Tool.Pinned;

/// <summary>Writes what <c>kiln drift</c> found: as text the members that changed and a unified diff, otherwise the findings.</summary>
internal static class DriftReport
{
    /// <param name="console">Where text goes.</param>
    /// <param name="spec">The document.</param>
    /// <param name="drift">What was found.</param>
    /// <param name="gate">What fails the run.</param>
    /// <param name="outputs">The forms that were asked for.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static void Write(KilnConsole console, string spec, PinnedDrift drift, Gate gate, IReadOnlyList<ReportOutput> outputs, CancellationToken cancellationToken)
    {
        // As text on standard output, a person gets the diff too, which patch reads.
        var isDiff = outputs.Contains(ReportOutput.Standard);
        ReportOutput.WriteAll(console, [.. outputs.Where(o => o != ReportOutput.Standard)], Report(console, spec, drift, gate), cancellationToken);
        if (isDiff)
            PrintDiff(console, drift, cancellationToken);
        console.Error.WriteLine(Summary(drift));
    }

    private static void PrintDiff(KilnConsole console, PinnedDrift drift, CancellationToken cancellationToken)
    {
        // Of files that are no SDK, the diff says everything.
        MemberPainter.Print(console, [.. drift.Result.Reported.Where(f => drift.IsSdk || f.Id != PinnedMembers.TextChanged)]);
        foreach (var change in drift.Changes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            DiffPainter.Print(console, change.Diff());
        }
        console.Out.Flush();
    }

    private static string Summary(PinnedDrift drift)
    {
        if (drift.Changes.Count == 0)
            return $"{DiagnosticReport.Count(drift.FileCount, "file")}, no drift.";
        var accepted = drift.Result.Accepted.Count > 0 ? $" {DiagnosticReport.Count(drift.Result.Accepted.Count, "finding")} accepted." : "";
        var failing = drift.Result.IsFailed ? "" : " Nothing that fails the run.";
        return $"drift in {DiagnosticReport.Count(drift.Changes.Count, "file")}: {PinnedChange.Counts(drift.Changes)}.{accepted}{failing} To accept the generated files, add --accept.";
    }

    private static FindingReport Report(KilnConsole console, string spec, PinnedDrift drift, Gate gate)
    {
        var folder = drift.Directory.TrimEnd('/', '\\') + '/';
        var pinned = new ReportSide(drift.Directory, folder)
        {
            Lines = file => file.StartsWith(folder, StringComparison.Ordinal) && drift.Folder.Texts.GetValueOrDefault(file[folder.Length..]) is { } text ? text.Split('\n') : [],
        };
        return new(ReportKind.Drift, "Pinned C#", pinned, new ReportSide(spec, spec), drift.Result.Reported.ToEquatableArray())
        {
            Accepted = drift.Result.Accepted.ToEquatableArray(),
            Fails = gate.FailOn.IsMetBy,
            Root = console.CurrentDirectory,
            DescriptionOf = KnownRules.DescriptionOf,
        };
    }
}
