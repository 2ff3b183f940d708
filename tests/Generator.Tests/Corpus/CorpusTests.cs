namespace Kiln.Generator.Tests.Corpus;

/// <summary>Public documents, where they stand beside the checkout (or <c>KILN_CORPUS</c> says where): each becomes code that compiles, or an error with its place.</summary>
public sealed class CorpusTests
{
    // What is wrong in the document itself, or leads into files that are not given.
    private static readonly Dictionary<string, string> Errors = new(StringComparer.Ordinal)
    {
        ["OpenAPI.NET__recursive-subschema-ref.json"] = "(53,41): error KILN0025",
        ["hey-api__full-2.0.yaml"] = "(208,17): error KILN0028",
        ["hey-api__full-3.0.yaml"] = "(1234,13): error KILN0026",
        ["hey-api__full-3.1.yaml"] = "(1267,13): error KILN0026",
        ["oapi-codegen__oneof-discriminator.yaml"] = "(1,1): error KILN0022",
        ["oapi-codegen__recursive.yaml"] = "(103,17): error KILN0029",
    };

    [Theory]
    [MemberData(nameof(CorpusRun.Documents), MemberType = typeof(CorpusRun))]
    public void Becomes_code_that_compiles_without_a_warning_or_an_error_with_its_place(string? document)
    {
        Assert.SkipWhen(document is null, CorpusRun.Absent);

        var run = CorpusRun.Of(document!);

        if (Errors.TryGetValue(document!, out var expected))
        {
            Assert.StartsWith(document + expected, run.Error, StringComparison.Ordinal);
            return;
        }
        Assert.Null(run.Error);
        Assert.Equal("", run.CompilerMessages);
    }
}
