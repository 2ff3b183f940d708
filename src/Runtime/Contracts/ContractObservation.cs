namespace Kiln.Runtime.Contracts;

/// <summary>A kind of violation that responses had, and how often.</summary>
/// <param name="Operation">The method and path template: <c>GET /pets/{petId}</c>.</param>
/// <param name="StatusCode">The status code of the responses.</param>
/// <param name="Path">The location, as a JSON path in which all items of a list are one: <c>$.data[*].pid</c>.</param>
/// <param name="Expected">What the document requires.</param>
/// <param name="Found">What the last response had instead, with at most 60 characters of the value.</param>
/// <param name="Count">The number of responses that had it.</param>
/// <param name="Responses">The number of responses of the operation with the status code, when the violation was last seen.</param>
/// <param name="FirstSeen">When it was first seen.</param>
/// <param name="LastSeen">When it was last seen.</param>
public sealed record ContractObservation(
    string Operation, int StatusCode, string Path, string Expected, string Found, long Count, long Responses, DateTimeOffset FirstSeen, DateTimeOffset LastSeen)
{
    /// <summary>Returns the observation as one line of text.</summary>
    public override string ToString() => $"{Operation} {StatusCode} {Path}: expected {Expected}, found {Found} ({Count} of {Responses} responses)";
}
