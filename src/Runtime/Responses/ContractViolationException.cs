using Kiln.Runtime.Contracts;

namespace Kiln.Runtime.Responses;

/// <summary>A response broke the document's contract, and <see cref="ContractMode.Strict"/> was asked for.</summary>
public sealed class ContractViolationException : ResponseBodyException
{
    internal ContractViolationException(ResponseDetails context, ContractViolation violation, long? byteOffset, Exception? inner)
        : base(context, $"which breaks the contract: expected {violation.Expected}, found {violation.Found}", violation.Path, byteOffset, inner) =>
        Violation = violation;

    /// <summary>What was expected and what was found.</summary>
    public ContractViolation Violation { get; }
}
