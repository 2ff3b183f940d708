using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Changes.CSharp.Linking;

/// <summary>A difference between documents with what it does to the SDK.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="Effects">What it does to code that uses the SDK.</param>
/// <param name="Member">The full name of the type or member that it is about; <see langword="null"/> for none.</param>
/// <param name="OldCode">How that was declared, if it has changed.</param>
/// <param name="NewCode">How it is declared now, if it has changed.</param>
internal sealed record LinkedDifference(Difference Difference, CSharpEffects Effects, string? Member, string? OldCode, string? NewCode);
