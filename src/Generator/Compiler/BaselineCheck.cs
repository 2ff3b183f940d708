using Kiln.Generator.Changes;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Specs.Files;

namespace Kiln.Generator.Compiler;

/// <summary>Compares a document with that of the last release, as a part of the build.</summary>
internal static class BaselineCheck
{
    /// <summary>A diagnostic for each breaking change; the errors of the baseline, if it has some. Those of the document itself are reported when it is read.</summary>
    public static EquatableArray<DiagnosticInfo> Check((BaselinePair? Pair, SdkItems Items) input, CancellationToken cancellationToken)
    {
        if (input.Pair is not var (old, current))
            return [];
        try
        {
            var options = input.Items.OptionsOf(current.Entry.Path);
            var before = SdkPipeline.ReadVersion(old, options, cancellationToken);
            if (before.Value is null)
                return before.Diagnostics.Where(d => d.Rule.Severity == DiagnosticLevel.Error).ToEquatableArray();
            var after = SdkPipeline.ReadVersion(current, options, cancellationToken);
            return after.Value is null
                ? []
                : ChangeFinder.Find(before.Value, after.Value, cancellationToken).Findings.Select(f => Report(f, old, current)).OfType<DiagnosticInfo>().ToEquatableArray();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return [SdkSteps.Failure(current.Entry.Path, exception)];
        }
    }

    private static DiagnosticInfo? Report(Finding finding, SpecSource old, SpecSource current)
    {
        var rule = finding.Severity == FindingSeverity.Breaking ? SdkRules.BreakingChange
            : (finding.CSharp & CSharpEffectSets.Breaking) != 0 ? SdkRules.SdkChange
            : null;
        return rule is null
            ? null
            : new(rule, finding.New ?? finding.Old ?? SourceLocation.StartOf(current.Entry.Path), System.IO.Path.GetFileName(old.Entry.Path), FindingText.Sentence(finding), FindingText.Code(finding));
    }
}
