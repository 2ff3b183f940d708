namespace Kiln.Runtime.Contracts;

/// <summary>Describes a value of a response that does not match the document.</summary>
/// <param name="Path">
/// The location, as a JSON path (RFC 9535): <c>$.data[3].pid</c>. It is one line of at most 200 characters: a longer path ends in <c>…</c>, and control
/// characters in a name are escaped.
/// </param>
/// <param name="Expected">What the document requires: <c>an integer of 32 bits</c>.</param>
/// <param name="Found">What was found: <c>string "22566"</c>, with at most 60 characters of the value, or <c>nothing</c> for a missing property.</param>
public sealed record ContractViolation(string Path, string Expected, string Found)
{
    /// <summary>Returns the violation as one line of text.</summary>
    public override string ToString() => $"{Path}: expected {Expected}, found {Found}";
}
