using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Scenarios;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.ClosedLoop;

/// <summary>Every name that Kiln gives is one that a document may use too: names of emitted files are put back into documents, which compile.</summary>
public sealed class ClosedLoopTests(ITestOutputHelper output)
{
    [Fact]
    public void A_document_may_use_every_name_that_the_templates_write()
    {
        // What several scenarios have in common is the templates'. The names of one scenario alone are tried in the full form.
        var names = ScenarioSdk.Names()
            .SelectMany(row => CoinedNames.Of(ScenarioSdk.Of(row.Data).Driver.GetRunResult().GeneratedTrees))
            .GroupBy(name => name, StringComparer.Ordinal)
            .Where(uses => uses.Count() >= TestForm.Count(full: 1, sample: 3))
            .Select(uses => uses.Key)
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.Contains("WireType", names);
        AssertCompiles(NameDocument.Of(names));
    }

    private void AssertCompiles(string document)
    {
        var driver = SdkDriver.Run("loop.json", document, "Loop");
        var errors = driver.GetRunResult().Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal("", string.Join("\n", errors.Take(20)));
        output.WriteLine($"{driver.GetRunResult().GeneratedTrees.Length} files");

        Assert.Equal("", string.Join("\n", SdkCompilation.Compile(driver, TestContext.Current.CancellationToken).Take(20)));
    }
}
