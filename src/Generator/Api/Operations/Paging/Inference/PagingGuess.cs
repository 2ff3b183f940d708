using Kiln.Generator.Api.Operations.Terms;

namespace Kiln.Generator.Api.Operations.Inference;

/// <summary>How sure a rule is. What is less than medium is not inferred.</summary>
internal enum Confidence
{
    /// <summary>The names are used for this and the document says nothing else, but services differ in how the last page is known, or names are used for other things too.</summary>
    Medium,

    /// <summary>The names or descriptions say it, and hardly mean anything else.</summary>
    High,
}

/// <summary>A contract that a rule infers.</summary>
/// <param name="Rule">What the rule is called in docs/paging.md.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Terms">The contract.</param>
internal sealed record PagingGuess(string Rule, Confidence Confidence, PagingTerms Terms);
