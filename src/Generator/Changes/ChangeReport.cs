using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Changes;

/// <summary>What changed between two documents.</summary>
/// <param name="Findings">The most severe first, then in the order of the new document.</param>
internal sealed record ChangeReport(EquatableArray<Finding> Findings);
