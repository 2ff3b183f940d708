using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Text;

namespace Kiln.Generator.Specs.Normalization.Steps;

/// <summary>What a step may use beside its node.</summary>
/// <param name="Version">The version of the document.</param>
/// <param name="Root">The document before the steps.</param>
internal sealed record NormalizationContext(SpecVersion Version, SpecMap Root, List<DiagnosticInfo> Diagnostics)
{
    /// <summary>Finds the names that misspelled ones most likely mean.</summary>
    public NameSuggestions Suggestions { get; } = new();

    public void Report(DiagnosticRule rule, SourceLocation location, params string[] arguments) => Diagnostics.Add(new DiagnosticInfo(rule, location, arguments));
}
