namespace Kiln.Runtime.Contracts;

/// <summary>What to do with a response that is JSON, but not the JSON that the document describes.</summary>
public enum ContractMode
{
    /// <summary>Read on: report the violation, convert the value where that loses nothing, keep its JSON where it does not.</summary>
    Tolerant,

    /// <summary>Throw a <see cref="Responses.ContractViolationException"/> at the first violation.</summary>
    Strict,
}
