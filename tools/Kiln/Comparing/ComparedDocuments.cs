using Kiln.Generator.Changes;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Pipeline;
using Kiln.Tool.Documents;

namespace Kiln.Tool.Comparing;

/// <summary>Two documents to compare, each with all that the generator makes of it.</summary>
internal sealed record ComparedDocuments(SdkVersion Old, SdkVersion Current)
{
    /// <summary>Reads both at the same time, or ends the run with what is wrong with them.</summary>
    public static ComparedDocuments Read(KilnConsole console, DocumentFiles old, DocumentFiles current, SdkChoices choices, CancellationToken cancellationToken)
    {
        var readings = new[] { old, current }
            .AsParallel().AsOrdered().WithDegreeOfParallelism(2).WithExecutionMode(ParallelExecutionMode.ForceParallelism)
            .Select(files => Reading.Of(files, choices, cancellationToken))
            .ToArray();
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var failure in readings.Select(r => r.Failure).OfType<Exception>())
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);

        foreach (var reading in readings)
            reading.Tell(console);
        if (readings.FirstOrDefault(r => r.Version is null) is { } wrong)
            throw new KilnFailure(ExitCodes.DocumentWrong, $"{wrong.Label}: {DiagnosticReport.Summary(wrong.Diagnostics)}; the documents were not compared.");
        return new(readings[0].Version!, readings[1].Version!);
    }

    /// <summary>What came of reading one of them.</summary>
    private sealed record Reading(string Label, SdkVersion? Version, Generator.Collections.EquatableArray<DiagnosticInfo> Diagnostics, Exception? Failure)
    {
        // An exception is kept, so that of two the first document's is told, and not whichever came first.
        public static Reading Of(DocumentFiles files, SdkChoices choices, CancellationToken cancellationToken)
        {
            try
            {
                var result = SdkPipeline.ReadVersion(files.Load(choices.Input, cancellationToken), choices.Options, cancellationToken);
                return new(files.Label, result.Value, result.Diagnostics, null);
            }
            catch (Exception failure)
            {
                return new(files.Label, null, [], failure);
            }
        }

        // Warnings are `kiln check`'s to tell: they say nothing about the difference.
        public void Tell(KilnConsole console)
        {
            var errors = Diagnostics.Items.Where(d => d.Rule.Severity == DiagnosticLevel.Error).ToArray();
            foreach (var line in errors.Select(DiagnosticReport.Line))
                console.Error.WriteLine(line);
        }
    }
}
