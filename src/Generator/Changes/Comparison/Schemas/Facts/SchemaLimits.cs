namespace Kiln.Generator.Changes.Comparison.Schemas.Facts;

/// <summary>How much of the schemas of two documents is compared. No known document comes near these limits, but one may be made to.</summary>
/// <param name="Pairs">How many pairs of schemas there are at most. Every schema of the largest known documents is in one pair.</param>
/// <param name="Combinations">
/// How many sets of schemas there are at most on each side. A property that several subschemas declare has such a set, whose properties may have further ones: without a limit there
/// could be as many as there are sets of schemas.
/// </param>
/// <param name="Members">How many subschemas one schema combines at most. A document may chain as many as it likes.</param>
internal sealed record SchemaLimits(int Pairs = 500_000, int Combinations = 5000, int Members = 300)
{
    /// <summary>The limits of all comparisons but those of tests.</summary>
    public static SchemaLimits Usual { get; } = new();
}
