using Kiln.Runtime.Responses;

namespace Kiln.Runtime.Contracts;

/// <summary>An answer broke the document's contract, and <see cref="ContractMode.Strict"/> was asked for.</summary>
public sealed class ContractViolationException : ResponseBodyException
{
    internal ContractViolationException(ServiceError context, ContractViolation violation, long? byteOffset, Exception? inner)
        : base(context, $"which breaks the contract: expected {violation.Expected}, found {violation.Found}", violation.Path, byteOffset, inner) =>
        Violation = violation;

    /// <summary>What was expected and what was found.</summary>
    public ContractViolation Violation { get; }
}
