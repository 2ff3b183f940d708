using Kiln.Generator.Compiler;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Kiln.Generator.Tests.Compiler;

/// <summary>A document with a <c>Baseline</c>: what changed since the last release is reported by the compiler.</summary>
public sealed class BaselineTests
{
    private const string Released = """
        openapi: 3.0.3
        info: { title: Shop, version: '1' }
        paths:
          /pets:
            get:
              operationId: listPets
              tags: [Pets]
              parameters:
                - { name: limit, in: query, schema: { type: integer } }
              responses: { '200': { description: All., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
          /admin:
            get:
              tags: [Admin]
              responses: { '200': { description: All., content: { application/json: { schema: { type: object, properties: { load: { type: integer } } } } } } }
        components:
          schemas:
            Pet:
              type: object
              required: [name]
              properties:
                name: { type: string }
                status: { type: string }
        """;

    private static readonly string Broken = Released.Replace("query, schema: { type: integer }", "query, schema: { type: boolean }", StringComparison.Ordinal);

    private static readonly IReadOnlyDictionary<string, string> NoMetadata = new Dictionary<string, string>();

    [Fact]
    public void An_equal_document_gives_nothing() => Assert.Empty(Run(Released));

    [Fact]
    public void A_breaking_change_is_an_error_at_the_line_of_the_document()
    {
        var diagnostic = Assert.Single(Run(Broken));

        Assert.Equal(("KILN0216", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal(("shop.yaml", 8), (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
        Assert.StartsWith("Breaking change since the baseline 'released.yaml': GET /pets query limit: ", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("source-breaking", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_removed_is_at_the_line_of_the_baseline()
    {
        var removed = Run(Without("  /admin:", "components:"));

        var diagnostic = Assert.Single(removed);
        Assert.Equal("KILN0216", diagnostic.Id);
        Assert.Equal(("released.yaml", 12), (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Contains("GET /admin", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_that_only_breaks_code_is_a_warning()
    {
        var diagnostics = Run(Released.Replace("schemas/Pet'", "schemas/Animal'", StringComparison.Ordinal).Replace("    Pet:", "    Animal:", StringComparison.Ordinal));

        Assert.NotEmpty(diagnostics);
        Assert.All(diagnostics, d => Assert.Equal(("KILN0217", DiagnosticSeverity.Warning), (d.Id, d.Severity)));
        Assert.Contains(diagnostics, d => d.GetMessage().Contains("Animal", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_name_does_not_hide_what_a_change_does_to_code()
    {
        var name = new string('x', 300);
        var diagnostic = Assert.Single(Run(
            Released.Replace("status: { type: string }", $"{name}: {{ type: boolean }}", StringComparison.Ordinal),
            Released.Replace("status: { type: string }", $"{name}: {{ type: string }}", StringComparison.Ordinal)));

        Assert.Contains(" (Shop.Models.Pet.Xxx", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.InRange(diagnostic.GetMessage().Length, 300, 500);
    }

    [Fact]
    public void An_addition_is_not_reported() =>
        Assert.Empty(Run(Released.Replace("        status:", "        age: { type: integer }\n        status:", StringComparison.Ordinal)));

    [Fact]
    public void The_sdk_is_generated_whatever_changed()
    {
        var run = RunAll(Without("  /admin:", "components:"));

        Assert.Contains(run.Diagnostics, d => d.Id == "KILN0216");
        Assert.Contains(run.GeneratedTrees, t => t.FilePath.EndsWith("Models.Pet.g.cs", StringComparison.Ordinal));
        Assert.DoesNotContain(run.GeneratedTrees, t => t.ToString().Contains("#error", StringComparison.Ordinal));
    }

    [Fact]
    public void Errors_of_the_baseline_are_reported_and_the_sdk_is_generated()
    {
        var run = RunAll(Released, baseline: Released.Replace("schemas/Pet'", "schemas/Nothing'", StringComparison.Ordinal));

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("KILN0025", "released.yaml"), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path));
        Assert.Contains(run.GeneratedTrees, t => t.FilePath.EndsWith("Models.Pet.g.cs", StringComparison.Ordinal));
        Assert.DoesNotContain(run.GeneratedTrees, t => t.ToString().Contains("#error", StringComparison.Ordinal));
    }

    [Fact]
    public void Errors_of_the_document_are_reported_once()
    {
        var run = RunAll(Released.Replace("schemas/Pet'", "schemas/Nothing'", StringComparison.Ordinal));

        Assert.Equal("KILN0025", Assert.Single(run.Diagnostics).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not: [closed")]
    [InlineData("[1, 2]")]
    [InlineData("openapi: 9.9.9")]
    public void A_baseline_that_is_no_document_is_an_error_in_it(string text)
    {
        var diagnostics = Run(Released, text);

        Assert.NotEmpty(diagnostics);
        Assert.All(diagnostics, d => Assert.True(d.Severity == DiagnosticSeverity.Error && d.Id != Rules.InternalFailure.Id && d.Location.GetLineSpan().Path == "released.yaml", d.ToString()));
    }

    // The project's check reports a file that is missing; a baseline that the compiler does not get is not compared.
    [Fact]
    public void A_baseline_that_is_not_there_is_not_compared() =>
        Assert.Empty(SdkDriver.Create((new SpecFile("shop.yaml", Released), Metadata())).RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken).GetRunResult().Diagnostics);

    [Fact]
    public void A_baseline_may_have_a_semicolon_in_its_name()
    {
        var run = SdkDriver
            .Create(
                (new SpecFile("shop.yaml", Broken), SdkDriver.With(SdkDriver.Metadata("Shop"), "KilnBaseline", "old specs/released;1.yaml")),
                (new SpecFile("old specs/released;1.yaml", Released), SdkDriver.PartMetadata))
            .RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken)
            .GetRunResult();

        Assert.Equal("KILN0216", Assert.Single(run.Diagnostics).Id);
    }

    [Theory]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("none", null)]
    public void An_editorconfig_sets_the_severity(string severity, DiagnosticSeverity? expected)
    {
        var diagnostics = SdkDriver
            .Create(
                (new SpecFile("/shop/shop.yaml", Broken), SdkDriver.With(SdkDriver.Metadata("Shop"), "KilnBaseline", "/shop/released.yaml")),
                (new SpecFile("/shop/released.yaml", Released), SdkDriver.PartMetadata),
                (new SpecFile("/shop/.editorconfig", $"[*.yaml]\ndotnet_diagnostic.KILN0216.severity = {severity}\n"), NoMetadata))
            .RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken)
            .GetRunResult().Diagnostics;

        Assert.Equal(expected, diagnostics.FirstOrDefault(d => d.Id == "KILN0216")?.Severity);
    }

    [Fact]
    public void Overlays_and_filters_apply_to_both()
    {
        const string Overlay = "overlay: 1.0.0\ninfo: { title: Names, version: '1' }\nactions:\n  - { target: $.components.schemas.Pet.properties.status, update: { type: boolean } }\n";
        var metadata = SdkDriver.With(SdkDriver.With(Metadata(), "KilnOverlays", "fixes.yaml"), "KilnExcludeTags", "Admin");
        var changed = Released.Replace("load: { type: integer }", "load: { type: boolean }", StringComparison.Ordinal).Replace("status: { type: string }", "status: { type: integer }", StringComparison.Ordinal);

        // The overlay undoes one change, and the filter leaves the other out.
        Assert.Equal(2, Run(changed).Count);
        Assert.Empty(RunAll(changed, metadata: metadata, more: (new SpecFile("fixes.yaml", Overlay), SdkDriver.PartMetadata)).Diagnostics);
    }

    /// <summary>The edits and what the comparison does after each.</summary>
    public static TheoryData<string, IncrementalStepRunReason, IncrementalStepRunReason> Edits => new()
    {
        { "no edit", Cached, Cached },
        { "an edit of C#", Cached, Cached },
        { "an edit of another document", Unchanged, Cached },
        { "a comment at the end", Modified, Unchanged },
        { "a comment above everything", Modified, Modified },
        { "an edit that changes nothing for clients", Modified, Unchanged },
        { "an edit of the baseline", Modified, Modified },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void The_comparison_runs_again_only_if_one_of_its_documents_changed(string edit, IncrementalStepRunReason sources, IncrementalStepRunReason changes)
    {
        var token = TestContext.Current.CancellationToken;
        var (file, baseline, other) = (new SpecFile("shop.yaml", Broken), new SpecFile("released.yaml", Released), new SpecFile("other.yaml", Released));
        var driver = SdkDriver.Create((file, Metadata()), (baseline, SdkDriver.PartMetadata), (other, SdkDriver.Metadata("Other"))).RunGenerators(SdkCompilation.Empty, token);
        Assert.Contains(driver.GetRunResult().Diagnostics, d => d.Id == "KILN0216");

        var edited = edit switch
        {
            "no edit" => driver.RunGenerators(SdkCompilation.Empty, token),
            "an edit of C#" => driver.RunGenerators(SdkCompilation.Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class C;", SdkCompilation.ParseOptions, cancellationToken: token)), token),
            "an edit of another document" => Replace(other, Released + "# the end"),
            "a comment at the end" => Replace(file, Broken + "\n# the end"),
            "a comment above everything" => Replace(file, "# shop\n" + Broken),
            "an edit that changes nothing for clients" => Replace(file, Broken.Replace("All.", "All pets.", StringComparison.Ordinal)),
            "an edit of the baseline" => Replace(baseline, Released.Replace("in: query", "in: header", StringComparison.Ordinal)),
            _ => throw new ArgumentOutOfRangeException(nameof(edit)),
        };

        Assert.Equal(sources, StepOutcomes.Of(edited, Steps.Baseline)[0]);
        Assert.Equal(changes, StepOutcomes.Of(edited, Steps.Changes)[0]);
        StepOutcomes.AssertHoldsNoCompilerObjects(edited);

        GeneratorDriver Replace(SpecFile old, string text) => driver.ReplaceAdditionalText(old, new SpecFile(old.Path, text)).RunGenerators(SdkCompilation.Empty, token);
    }

    private static IReadOnlyDictionary<string, string> Metadata() => SdkDriver.With(SdkDriver.Metadata("Shop"), "KilnBaseline", "released.yaml");

    private static string Without(string from, string to)
    {
        var start = Released.IndexOf(from, StringComparison.Ordinal);
        return Released[..start] + Released[Released.IndexOf(to, StringComparison.Ordinal)..];
    }

    private static IReadOnlyList<Diagnostic> Run(string spec, string baseline = Released, params (SpecFile File, IReadOnlyDictionary<string, string> Metadata)[] more) =>
        RunAll(spec, baseline, null, more).Diagnostics;

    private static GeneratorDriverRunResult RunAll(
        string spec, string baseline = Released, IReadOnlyDictionary<string, string>? metadata = null, params (SpecFile File, IReadOnlyDictionary<string, string> Metadata)[] more) => SdkDriver
        .Create([(new SpecFile("shop.yaml", spec), metadata ?? Metadata()), (new SpecFile("released.yaml", baseline), SdkDriver.PartMetadata), .. more])
        .RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken)
        .GetRunResult();
}
