namespace Kiln.Runtime.Contracts;

/// <summary>Specifies how to handle a response whose JSON does not match the document.</summary>
public enum ContractMode
{
    /// <summary>Report the violation and continue: convert the value where nothing is lost, otherwise preserve its JSON.</summary>
    Tolerant,

    /// <summary>Throw a <see cref="Responses.ContractViolationException"/> at the first violation.</summary>
    Strict,
}
