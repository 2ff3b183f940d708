using Kiln.Generator.Compiler;
using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Compiler;

/// <summary>What an <c>.editorconfig</c> beside or above a document does to what is told of it.</summary>
public sealed class SeverityTests
{
    private const string Warned = "openapi: 3.0.3\ninfo: { title: Shop, version: '1' }\npaths:\n  /pets/{id}:\n    get: { responses: { '204': { description: x } } }\n";

    private const string Broken = "openapi: 3.0.3\ninfo: { title: Shop, version: '1' }\npaths:\n  /pets:\n    get: { responses: { '204': { $ref: '#/nowhere' } } }\n";

    private static readonly IReadOnlyDictionary<string, string> NoMetadata = new Dictionary<string, string>();

    [Theory]
    [InlineData("[*.yaml]\ndotnet_diagnostic.KILN0031.severity = error", DiagnosticSeverity.Error)]
    [InlineData("[*.yaml]\ndotnet_diagnostic.KILN0031.severity = warning", DiagnosticSeverity.Warning)]
    [InlineData("[*.yaml]\ndotnet_diagnostic.kiln0031.severity = suggestion", DiagnosticSeverity.Info)]
    [InlineData("[*.yaml]\ndotnet_diagnostic.KILN0031.severity = silent", null)]
    [InlineData("[*.yaml]\ndotnet_diagnostic.KILN0031.severity = none", null)]
    [InlineData("[*.yaml]\ndotnet_diagnostic.KILN0031.severity = default", DiagnosticSeverity.Warning)]
    [InlineData("[*.yaml]\ndotnet_diagnostic.KILN0031.severity = nonsense", DiagnosticSeverity.Warning)]
    [InlineData("[*.yaml]\ndotnet_diagnostic.KILN0032.severity = error", DiagnosticSeverity.Warning)]
    [InlineData("[*.json]\ndotnet_diagnostic.KILN0031.severity = error", DiagnosticSeverity.Warning)]
    [InlineData("[*]\ndotnet_diagnostic.KILN0031.severity = error", DiagnosticSeverity.Error)]
    [InlineData("[*.cs]\ndotnet_diagnostic.KILN0031.severity = error", DiagnosticSeverity.Error)]
    [InlineData("[*.{cs,vb}]\ndotnet_diagnostic.KILN0031.severity = none\n[spec/shop.yaml]\ndotnet_diagnostic.KILN0031.severity = error", DiagnosticSeverity.Error)]
    [InlineData("[", DiagnosticSeverity.Warning)]
    [InlineData("", DiagnosticSeverity.Warning)]
    public void A_section_sets_a_severity(string config, DiagnosticSeverity? expected)
    {
        var run = Run(Warned, ("/shop/.editorconfig", config));

        Assert.Equal(expected, run.Diagnostics.SingleOrDefault(d => d.Id == "KILN0031")?.Severity);
        Assert.Contains(run.GeneratedTrees, t => t.FilePath.EndsWith("Client.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void The_nearest_file_counts_and_a_root_ends_the_search()
    {
        (string, string) above = ("/shop/.editorconfig", "[*]\ndotnet_diagnostic.KILN0031.severity = error");

        Assert.Equal(DiagnosticSeverity.Info, Single(Run(Warned, above, ("/shop/spec/.editorconfig", "[*]\ndotnet_diagnostic.KILN0031.severity = suggestion"))));
        Assert.Equal(DiagnosticSeverity.Warning, Single(Run(Warned, above, ("/shop/spec/.editorconfig", "root = true\n[*]\ndotnet_diagnostic.KILN0032.severity = error"))));
        Assert.Equal(DiagnosticSeverity.Warning, Single(Run(Warned, ("/other/.editorconfig", "[*]\ndotnet_diagnostic.KILN0031.severity = error"))));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("warning")]
    public void An_error_that_is_lowered_stops_the_build_all_the_same(string severity)
    {
        var run = Run(Broken, ("/shop/.editorconfig", $"[*]\ndotnet_diagnostic.KILN0025.severity = {severity}"));

        Assert.DoesNotContain(run.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.StartsWith("#error KILN0025: ", Assert.Single(run.GeneratedTrees, t => !t.ToString().Contains("class ", StringComparison.Ordinal)).ToString().Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_it_reads_no_document_again_and_an_edit_of_the_code_not_even_that()
    {
        var spec = (new SpecFile("/shop/spec/shop.yaml", Warned), SdkDriver.Metadata());
        var config = new SpecFile("/shop/.editorconfig", "[*]\ndotnet_diagnostic.KILN0031.severity = error");
        var driver = SdkDriver.Create(spec, (config, NoMetadata)).RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken);
        StepOutcomes.AssertHoldsNoCompilerObjects(driver);

        var edited = driver.ReplaceAdditionalText(config, new SpecFile(config.Path, "[*]\ndotnet_diagnostic.KILN0031.severity = none")).RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken);

        Assert.Empty(edited.GetRunResult().Diagnostics);
        Assert.All(StepOutcomes.Of(edited), o => Assert.True(o.IsCached || o.Step == Steps.Configs, $"{o.Step} ran again"));

        var tree = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("class A;", SdkCompilation.ParseOptions, cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(StepOutcomes.Of(edited.RunGenerators(SdkCompilation.Empty.AddSyntaxTrees(tree), TestContext.Current.CancellationToken)), o => Assert.True(o.IsCached, $"{o.Step} ran again"));
    }

    private static DiagnosticSeverity Single(GeneratorDriverRunResult run) => run.Diagnostics.Single(d => d.Id == "KILN0031").Severity;

    private static GeneratorDriverRunResult Run(string spec, params (string Path, string Text)[] configs) => SdkDriver
        .Create([(new SpecFile("/shop/spec/shop.yaml", spec), SdkDriver.Metadata()), .. configs.Select(c => (new SpecFile(c.Path, c.Text), NoMetadata))])
        .RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken)
        .GetRunResult();
}
