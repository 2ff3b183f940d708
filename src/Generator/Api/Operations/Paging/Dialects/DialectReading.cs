using Kiln.Generator.Api.Operations.Terms;

namespace Kiln.Generator.Api.Operations.Dialects;

/// <summary>What an extension of another tool says of pages. Neither a contract nor a problem: that there are none.</summary>
/// <param name="Terms">The contract; <see langword="null"/> for none.</param>
/// <param name="Problem">Why the extension cannot be read; <see langword="null"/> if it can.</param>
internal sealed record DialectReading(PagingTerms? Terms, string? Problem)
{
    public static DialectReading OnePage { get; } = new(null, null);

    public static DialectReading Of(PagingTerms terms) => new(terms, null);

    public static DialectReading Wrong(string problem) => new(null, problem);
}
