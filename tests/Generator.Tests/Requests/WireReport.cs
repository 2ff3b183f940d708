namespace Kiln.Generator.Tests.Requests;

/// <summary>How the requests of a document fared.</summary>
/// <param name="Operations">How many operations the document has.</param>
/// <param name="Called">How many of them were called.</param>
/// <param name="Calls">How many calls were sent.</param>
/// <param name="Values">How many values were compared.</param>
/// <param name="Impossible">How many requests were not made, since a schema has no value.</param>
/// <param name="Told">How many values were sent otherwise, as a diagnostic of the document says.</param>
/// <param name="Differences">What else was sent otherwise than it was meant.</param>
internal sealed record WireReport(int Operations, int Called, int Calls, int Values, int Impossible, int Told, IReadOnlyList<WireDifference> Differences)
{
    public static WireReport Empty { get; } = new(0, 0, 0, 0, 0, 0, []);

    public WireReport Add(WireReport other) =>
        new(Operations + other.Operations, Called + other.Called, Calls + other.Calls, Values + other.Values, Impossible + other.Impossible, Told + other.Told, [.. Differences, .. other.Differences]);

    public override string ToString() => $"{Called} of {Operations} operations called, {Calls} requests sent, {Values} values compared, {Impossible} without a valid value, {Differences.Count} differ, and {Told} as a diagnostic says";
}
