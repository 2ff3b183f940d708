using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Corpus;

/// <summary>Public documents, where they stand beside the checkout (or <c>KILN_CORPUS</c> says where).</summary>
public sealed class CorpusTests
{
    [Theory]
    [InlineData("OAI__petstore-3.0.yaml")]
    [InlineData("OAI__link-example-3.0.yaml")]
    [InlineData("OAI__uspto-3.0.yaml")]
    [InlineData("apple__petstore.yaml")]
    public void Becomes_code_that_compiles_without_a_warning(string document)
    {
        Assert.SkipWhen(Repository.Corpus is null, "The public documents are not beside this checkout.");

        var driver = SdkDriver.Run(document, File.ReadAllText(Path.Combine(Repository.Corpus!, document)), "Corpus");

        Assert.DoesNotContain(driver.GetRunResult().Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.NotEmpty(driver.GetRunResult().GeneratedTrees);
        Assert.Equal("", string.Join("\n", SdkCompilation.Compile(driver, TestContext.Current.CancellationToken)));
    }
}
