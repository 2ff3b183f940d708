using Kiln.Generator.Collections;

namespace Kiln.Generator.Diagnostics;

/// <summary>What a stage made of its input, and what there is to tell about it.</summary>
/// <param name="Value">The result; <see langword="null"/> when the input is too wrong to make one.</param>
/// <param name="Diagnostics">In the order of the document.</param>
internal sealed record StageResult<T>(T? Value, EquatableArray<DiagnosticInfo> Diagnostics)
    where T : class
{
    public bool HasErrors => Diagnostics.Items.Any(d => d.Rule.Severity == DiagnosticLevel.Error);
}
