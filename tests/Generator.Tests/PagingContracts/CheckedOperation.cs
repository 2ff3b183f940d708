namespace Kiln.Generator.Tests.PagingContracts;

/// <summary>An operation of a public document whose inferred paging a person has compared with what the document says, in <c>checked-operations.tsv</c>.</summary>
/// <remarks>
/// Of the operations of each document that a rule applies to with one confidence, in the order of the document, the file has up to four, evenly spaced: those
/// at the positions 0, n/4, n/2 and 3n/4 of n. So all documents and rules are there.
/// </remarks>
internal sealed record CheckedOperation(string Document, string Method, string Path, string Inferred, string Verdict, string Why)
{
    public static IReadOnlyList<CheckedOperation> All { get; } =
        [.. File.ReadLines(Checkout.PathOf("tests", "Generator.Tests", "PagingContracts", "checked-operations.tsv")).Skip(1).Where(l => l.Length > 0).Select(Parse)];

    private static CheckedOperation Parse(string line) => line.Split('\t') is [var document, var method, var path, var inferred, var verdict, var why]
        ? new(document, method, path, inferred, verdict, why)
        : throw new InvalidDataException(line);
}
