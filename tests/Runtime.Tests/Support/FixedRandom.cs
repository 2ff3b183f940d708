namespace Kiln.Runtime.Tests.Support;

/// <summary>Randomness that a test has chosen: always the same number between 0 and 1.</summary>
internal sealed class FixedRandom(double number) : Random
{
    public override double NextDouble() => number;
}
