using Kiln.Generator.Api.Model;
using Kiln.Generator.Emission;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Corpus;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Scenarios;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.ClosedLoop;

/// <summary>Every name that Kiln gives is one that a document may use too: names of emitted files are put back into documents, which compile.</summary>
public sealed class ClosedLoopTests(ITestOutputHelper output)
{
    private static readonly SdkOptions Options = new("Loop");

    [Fact]
    public void A_document_may_use_every_name_that_the_templates_write()
    {
        // What several scenarios have in common is the templates'. The names of one scenario alone are tried in the exhaustive form.
        var names = ScenarioSdk.Names()
            .SelectMany(row => CoinedNames.Of(ScenarioSdk.Of(row.Data).Driver.GetRunResult().GeneratedTrees))
            .GroupBy(name => name, StringComparer.Ordinal)
            .Where(uses => uses.Count() >= TestForm.Count(exhaustive: 1, full: 2, sample: 3))
            .Select(uses => uses.Key)
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.Contains("WireType", names);
        AssertCompiles(NameDocument.Of(names));
    }

    [Theory]
    [MemberData(nameof(ScenarioSdk.Names), MemberType = typeof(ScenarioSdk))]
    public void A_scenario_may_use_every_name_that_it_becomes(string name)
    {
        TestForm.RequireFull();
        var sdk = ScenarioSdk.Of(name);

        AssertCompilesWithItsNames(sdk.Spec.Root, sdk.Api, sdk.Driver.GetRunResult().GeneratedTrees);
    }

    [Theory]
    [MemberData(nameof(PublicDocuments.Documents), MemberType = typeof(PublicDocuments))]
    public void A_public_document_may_use_every_name_that_it_becomes(string? document)
    {
        TestForm.RequireFull();
        Assert.SkipWhen(document is null, PublicDocuments.Absent);
        PublicDocuments.SkipLarge(document!);

        var read = CorpusRun.ReadApi(document!);
        if (read.Api is null)
            return; // CorpusTests says which documents have errors.
        var files = ShapePlanner.Plan(read.Api, Options, TestContext.Current.CancellationToken).Select(Emitter.Emit);

        AssertCompilesWithItsNames(read.Root!, read.Api, [.. files.Select(f => CSharpSyntaxTree.ParseText(f.Text, SdkCompilation.ParseOptions, f.HintName))]);
    }

    private void AssertCompilesWithItsNames(SpecMap root, ApiModel api, IReadOnlyList<SyntaxTree> files)
    {
        var names = NamesInPlace.Of(root, api, SdkPlan.Of(api, Options), files);
        AssertCompiles(names.Json, names.KeptPaths);
    }

    private void AssertCompiles(string document, IReadOnlyList<string>? paths = null)
    {
        var metadata = SdkDriver.Metadata("Loop");
        if (paths is not null)
            metadata = SdkDriver.With(metadata, "IncludePaths", string.Join(";", paths));
        var driver = SdkDriver.Create(("loop.json", document, metadata)).RunGenerators(SdkCompilation.Empty);
        var errors = driver.GetRunResult().Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal("", string.Join("\n", errors.Take(20)));
        output.WriteLine($"{driver.GetRunResult().GeneratedTrees.Length} files");

        var problems = string.Join("\n", SdkCompilation.Compile(driver, TestContext.Current.CancellationToken).Take(20));
        Assert.True(problems.Length == 0, problems);
    }
}
