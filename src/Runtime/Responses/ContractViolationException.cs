using Kiln.Runtime.Contracts;

namespace Kiln.Runtime.Responses;

/// <summary>A response broke the document's contract in <see cref="ContractMode.Strict"/>.</summary>
public sealed class ContractViolationException : ResponseBodyException
{
    internal ContractViolationException(ResponseDetails context, ContractViolation violation, long? byteOffset, Exception? inner)
        : base(context, $"which breaks the contract: expected {violation.Expected}, found {violation.Found}", violation.Path, byteOffset, inner) =>
        Violation = violation;

    internal ContractViolationException(ResponseDetails context, ContractViolation status)
        : base(context, $"whose status code is a success but breaks the contract: expected {status.Expected}, found {status.Found}") => Violation = status;

    /// <summary>Gets the violation.</summary>
    public ContractViolation Violation { get; }
}
