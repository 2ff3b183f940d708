using Kiln.Generator.Collections;

namespace Kiln.Generator.Diagnostics;

/// <summary>The result of a stage, with its diagnostics.</summary>
/// <param name="Value">The result; <see langword="null"/> if the input is too invalid for one.</param>
/// <param name="Diagnostics">In the order of the document.</param>
internal sealed record StageResult<T>(T? Value, EquatableArray<DiagnosticInfo> Diagnostics)
    where T : class
{
    public bool HasErrors => Diagnostics.Items.Any(d => d.Rule.Severity == DiagnosticLevel.Error);
}
