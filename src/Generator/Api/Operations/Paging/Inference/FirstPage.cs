using Kiln.Generator.Api.Operations.Terms;

namespace Kiln.Generator.Api.Operations.Inference;

/// <summary>The number of the first page, for extensions that do not have it.</summary>
internal static class FirstPage
{
    /// <summary>Adds it if it is 0; it is 1 where the document does not say it.</summary>
    public static PagingTerms WithFirstPage(this PagingTerms terms, PageFacts facts, string parameter) =>
        facts.Inputs.FirstOrDefault(i => i.Parameter?.WireName == parameter) is { } input && FirstNumber.Of(input) == 0 ? terms.With(PagingKeys.FirstPage, 0) : terms;
}
