using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Changes.Rules;

/// <summary>What the rules say of a difference.</summary>
/// <param name="Id">The rule: <c>enum-value-removed</c>.</param>
/// <param name="Severity">What it means to clients.</param>
/// <param name="Aliases">The ids that oasdiff gives it, in order.</param>
/// <param name="Message">What changed, in a sentence without its place.</param>
internal sealed record ClassifiedChange(string Id, FindingSeverity Severity, EquatableArray<string> Aliases, string Message);
