namespace Kiln.Runtime.Contracts;

/// <summary>One place where a response is not what the document says.</summary>
/// <param name="Path">
/// Where, as a JSON path (RFC 9535): <c>$.data[3].pid</c>. On one line and of at most 200 characters: a longer one ends in <c>…</c>, and control characters
/// in a name are escapes.
/// </param>
/// <param name="Expected">What the document says: <c>an integer of 32 bits</c>.</param>
/// <param name="Found">What came: <c>string "22566"</c>, at most 60 characters of it on one line, or <c>nothing</c> for a missing field.</param>
public sealed record ContractViolation(string Path, string Expected, string Found)
{
    /// <summary>The violation as a sentence.</summary>
    public override string ToString() => $"{Path}: expected {Expected}, found {Found}";
}
