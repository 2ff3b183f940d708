using Kiln.Generator.Collections;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Tool.Observing.Corrections;

/// <summary>An overlay with which traffic fits a document.</summary>
/// <param name="Text">The overlay; <see langword="null"/> if there is nothing that it could correct.</param>
/// <param name="Actions">How many actions it has.</param>
/// <param name="Remaining">What the traffic still contradicts with it; <see langword="null"/> if the traffic could not be read again.</param>
internal sealed record OverlayProposal(string? Text, int Actions, TrafficSummary? Remaining)
{
    // A correction within another has to wait for it; what is left after so many rounds cannot be corrected.
    private const int MostRounds = 8;

    /// <summary>Proposes corrections, and reads the traffic again with them until there is nothing left to correct.</summary>
    /// <param name="path">The path of the overlay.</param>
    /// <param name="source">The document with its files and overlays.</param>
    /// <param name="document">The document as it was compared.</param>
    /// <param name="summary">What was found.</param>
    /// <param name="observe">Compares the traffic with a changed document; <see langword="null"/> if it cannot be read again.</param>
    /// <param name="cancellationToken">A token to cancel the work.</param>
    public static OverlayProposal Of(
        string path, SpecSource source, ObservedDocument document, TrafficSummary summary, Func<SdkNames, (ObservedDocument, TrafficSummary)>? observe, CancellationToken cancellationToken)
    {
        var actions = new List<OverlayAction>();
        string? text = null;
        var current = source;
        for (var round = 0; round < MostRounds; round++)
        {
            var written = new WrittenDocument(current, document.Names.Spec.Root, cancellationToken);
            var next = CorrectionPlanner.Plan(document, written, summary.Observations.All);
            if (next.Count == 0)
                break;
            actions.AddRange(next);
            text = OverlayText.Write(Path.GetFileName(source.Entry.Path), actions);
            if (observe is null)
                return new(text, actions.Count, null);
            current = source with { Overlays = source.Overlays.Append(SpecFileTree.Parse(new SpecText(path, text), cancellationToken)).ToEquatableArray() };
            (document, summary) = observe(Read(current, cancellationToken));
        }
        return new(text, actions.Count, summary);
    }

    private static SdkNames Read(SpecSource source, CancellationToken cancellationToken)
    {
        var names = SdkPipeline.ReadNames(source, new SdkOptions(), cancellationToken);
        return names.Value ?? throw new InvalidOperationException($"the proposed overlay makes the document invalid: {string.Join("; ", names.Diagnostics.Items.Where(d => d.Rule.Severity == Generator.Diagnostics.DiagnosticLevel.Error).Take(3))}");
    }
}
