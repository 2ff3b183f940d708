namespace Kiln.Generator.Tests.Changes.Proof;

/// <summary>Two versions of a document.</summary>
/// <param name="Id">What it is called in reports.</param>
/// <param name="Old">The first version.</param>
/// <param name="New">The second.</param>
internal sealed record ProofPair(string Id, string Old, string New);
