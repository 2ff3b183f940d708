using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Corpus;

/// <summary>Public documents, where they stand beside the checkout (or <c>KILN_CORPUS</c> says where): each becomes code that compiles, or an error with its place.</summary>
public sealed class CorpusTests
{
    // What is wrong in the document itself, or leads into files that are not given.
    private static readonly Dictionary<string, string> Errors = new(StringComparer.Ordinal)
    {
        ["OpenAPI.NET__31-properties.yaml"] = "(56,23): error KILN0026",
        ["OpenAPI.NET__recursive-subschema-ref.json"] = "(53,41): error KILN0025",
        ["hey-api__full-2.0.yaml"] = "(208,17): error KILN0028",
        ["hey-api__full-3.0.yaml"] = "(1234,13): error KILN0026",
        ["hey-api__full-3.1.yaml"] = "(1267,13): error KILN0026",
        ["oapi-codegen__oneof-discriminator.yaml"] = "(1,1): error KILN0022",
        ["oapi-codegen__recursive.yaml"] = "(103,17): error KILN0029",
    };

    public static TheoryData<string?> Documents() => Repository.Corpus is { } corpus
        ? [.. Directory.GetFiles(corpus).Select(Path.GetFileName).Where(f => f!.EndsWith(".yaml", StringComparison.Ordinal) || f.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
        : new TheoryData<string?>((string?)null);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Becomes_code_that_compiles_without_a_warning_or_an_error_with_its_place(string? document)
    {
        Assert.SkipWhen(document is null, "The public documents are not beside this checkout.");

        var driver = SdkDriver.Run(document!, File.ReadAllText(Path.Combine(Repository.Corpus!, document!)), "Corpus");

        var error = driver.GetRunResult().Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error);
        if (Errors.TryGetValue(document!, out var expected))
        {
            Assert.StartsWith(document + expected, error?.ToString(), StringComparison.Ordinal);
            return;
        }
        Assert.Null(error);
        Assert.NotEmpty(driver.GetRunResult().GeneratedTrees);
        Assert.Equal("", string.Join("\n", SdkCompilation.Compile(driver, TestContext.Current.CancellationToken)));
    }
}
