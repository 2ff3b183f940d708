namespace Kiln.Generator.Tests.RoundTrip;

/// <summary>Something that happened to an example on its way, and why it had to.</summary>
/// <param name="Example">Where the example stands.</param>
/// <param name="Path">Where in the example.</param>
/// <param name="What">What happened.</param>
/// <param name="Reason">How the example contradicts its schema there; <see langword="null"/> if it does not.</param>
internal sealed record Finding(string Example, string Path, string What, string? Reason)
{
    /// <summary>Whether the value is what it was, only written in another way.</summary>
    public bool IsSpelling { get; init; }

    public override string ToString() => $"{Example} at {Path}: {What}{(Reason is null ? "" : $" ({Reason})")}";
}

/// <summary>How the examples of a document fared.</summary>
/// <param name="Tried">How many were read and written.</param>
/// <param name="WithoutType">How many belong to a schema that the SDK has no type for, such as a body in a media type that it does not ask for.</param>
/// <param name="Differences">What came out otherwise.</param>
/// <param name="Violations">What the model reported as breaking the contract.</param>
internal sealed record RoundTripReport(int Tried, int WithoutType, IReadOnlyList<Finding> Differences, IReadOnlyList<Finding> Violations)
{
    public static RoundTripReport Empty { get; } = new(0, 0, [], []);

    /// <summary>How many examples came out otherwise.</summary>
    public int Differing => Differences.Where(d => !d.IsSpelling).Select(d => d.Example).Distinct().Count();

    /// <summary>How many texts came out as the same value in another spelling.</summary>
    public int Respelled => Differences.Count(d => d.IsSpelling);

    /// <summary>How many examples were reported.</summary>
    public int Violating => Violations.Select(d => d.Example).Distinct().Count();

    public IEnumerable<Finding> Unexplained => Differences.Concat(Violations).Where(f => f.Reason is null && !f.IsSpelling);

    public RoundTripReport Add(RoundTripReport other) =>
        new(Tried + other.Tried, WithoutType + other.WithoutType, [.. Differences, .. other.Differences], [.. Violations, .. other.Violations]);
}
