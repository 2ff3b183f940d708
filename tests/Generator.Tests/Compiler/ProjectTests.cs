using System.Text.RegularExpressions;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.Compiler;

/// <summary>Mistakes in a project, and what is left of an SDK that cannot be generated.</summary>
public sealed class ProjectTests
{
    private const string Good = "openapi: 3.0.3\ninfo: { title: Shop, version: '1' }\npaths: {}";
    private const string Bad = "openapi: 3.0.3\ninfo: { title: Shop, version: '1' }\npaths: { /a: { $ref: '#/nowhere' } }";

    private static readonly CSharpCompilation WithoutRuntime = Without("Kiln.Runtime");

    [Fact]
    public void A_project_without_mistakes_has_no_diagnostics() => Assert.Empty(Run(Good).Diagnostics);

    [Fact]
    public void A_missing_runtime_is_one_error_and_no_SDK_is_generated()
    {
        var result = Run(Good, compilation: WithoutRuntime);

        var error = Assert.Single(result.Diagnostics);
        Assert.Equal(("KILN0207", DiagnosticSeverity.Error), (error.Id, error.Severity));
        Assert.Matches("add <PackageReference Include=\"Kiln.Runtime\" Version=\"[0-9.]+\" />$", error.GetMessage());
        Assert.Equal(["Models.NotGenerated.g.cs", "ShopClient.g.cs", "ShopClientOptions.g.cs"], Sources(result).Where(n => !n.Contains("KILN", StringComparison.Ordinal)));
    }

    // An editor may run generators before it knows the references.
    [Fact]
    public void A_project_whose_references_are_not_known_yet_is_not_reported() => Assert.Empty(Run(Good, compilation: CSharpCompilation.Create("Sdk")).Diagnostics);

    [Theory]
    [InlineData("9.1.0", true)]
    [InlineData("0.0.9", true)]
    [InlineData("0.1.7", false)]
    public void A_runtime_of_another_minor_version_is_a_warning(string version, bool isReported)
    {
        var runtime = CSharpCompilation.Create(
            "Kiln.Runtime",
            [CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]", cancellationToken: TestContext.Current.CancellationToken)],
            WithoutRuntime.References,
            WithoutRuntime.Options);

        var told = Run(Good, compilation: WithoutRuntime.AddReferences(runtime.ToMetadataReference())).Diagnostics;

        Assert.Equal(isReported ? ["KILN0208"] : [], told.Select(d => d.Id));
        Assert.All(told, d => Assert.Contains($"Kiln.Runtime {version} ", d.GetMessage(), StringComparison.Ordinal));
        Assert.All(told, d => Assert.Equal(DiagnosticSeverity.Warning, d.Severity));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp11, "11.0")]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    [InlineData(LanguageVersion.CSharp12, null)]
    [InlineData(LanguageVersion.Preview, null)]
    public void A_CSharp_before_12_is_an_error(LanguageVersion version, string? name)
    {
        var told = Run(Good, language: version).Diagnostics;

        Assert.Equal(name is null ? [] : [$"KILN0209: The project uses C# {name}, and generated code needs C# 12 or later; set <LangVersion>12</LangVersion>, which requires the .NET SDK 8 or later"],
            told.Select(d => $"{d.Id}: {d.GetMessage()}"));
    }

    [Theory]
    [InlineData(",,Namespase,", "Namespase", "did you mean 'Namespace'?")]
    [InlineData("IncludeTag", "IncludeTag", "did you mean 'IncludeTags'?")]
    [InlineData("Overlay", "Overlay", "did you mean 'Overlays'?")]
    [InlineData("InfersPaging", "InfersPaging", "did you mean 'InferPaging'?")]
    [InlineData("FoldPathPrefixes", "FoldPathPrefixes", "did you mean 'FoldPathPrefix'?")]
    [InlineData("Color", "Color", "known are Namespace, Client, FoldPathPrefix")]
    public void Unknown_metadata_is_a_warning_in_the_project_file(string names, string name, string hint)
    {
        var warning = Assert.Single(Run(Good, properties: new() { ["KilnUnknownMetadata"] = names, ["MSBuildProjectFullPath"] = "/shop/Shop.csproj" }).Diagnostics);

        Assert.Equal(("KILN0206", DiagnosticSeverity.Warning, "/shop/Shop.csproj"), (warning.Id, warning.Severity, warning.Location.GetLineSpan().Path));
        Assert.Contains($"'{name}'", warning.GetMessage(), StringComparison.Ordinal);
        Assert.Contains(hint, warning.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_documents_is_left_alone()
    {
        var driver = CSharpGeneratorDriver.Create([new SdkGenerator().AsSourceGenerator()], parseOptions: new(LanguageVersion.CSharp7_3)).RunGenerators(WithoutRuntime, TestContext.Current.CancellationToken);

        Assert.Empty(driver.GetRunResult().Diagnostics);
        Assert.Empty(driver.GetRunResult().GeneratedTrees);
    }

    [Theory]
    [InlineData("Shop.Api", "ShopClient")]
    [InlineData("Shop.Api", null)]
    [InlineData(null, null)]
    public void A_document_with_errors_still_has_its_client_and_namespaces(string? @namespace, string? client)
    {
        const string Uses = "{0}\npublic sealed class Use {{ private readonly ShopClient client = new(new object()); public ShopClient Client => client; }}";
        var driver = SdkDriver.Create(("shop.yaml", Bad, SdkDriver.Metadata(@namespace, client))).RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken);

        var root = @namespace ?? "Shop";
        var use = CSharpSyntaxTree.ParseText(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, Uses, $"using {root};\nusing {root}.Models;"), SdkCompilation.ParseOptions, cancellationToken: TestContext.Current.CancellationToken);
        var messages = SdkCompilation.Compile([.. driver.GetRunResult().GeneratedTrees, use], TestContext.Current.CancellationToken);

        Assert.Equal(["CS1029"], messages.Where(m => m.Severity == DiagnosticSeverity.Error).Select(m => m.Id));
    }

    [Theory]
    [InlineData("a: [", null, null)]
    [InlineData("openapi: 3.0.3\npaths: {}\npaths: {}", null, null)]
    [InlineData(Bad, "9", "ShopClient")]
    public void A_client_whose_name_is_not_known_is_left_out(string spec, string? @namespace, string? client)
    {
        var driver = SdkDriver.Create(("shop.yaml", spec, SdkDriver.Metadata(@namespace, client))).RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken);

        Assert.All(Sources(driver.GetRunResult()), name => Assert.Contains("KILN", name, StringComparison.Ordinal));
    }

    // The compiler stops after an error that nobody can configure, and does not get to what is missing in method bodies.
    [Fact]
    public void An_error_in_a_document_ends_the_compilation_unless_the_project_has_configured_it()
    {
        var configured = SdkCompilation.Empty.WithOptions(SdkCompilation.Empty.Options.WithSpecificDiagnosticOptions([new("KILN0025", ReportDiagnostic.Warn)]));

        Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, Assert.Single(Run(Bad).Diagnostics).Descriptor.CustomTags);
        Assert.DoesNotContain(WellKnownDiagnosticTags.NotConfigurable, Assert.Single(Run(Bad, compilation: configured).Diagnostics).Descriptor.CustomTags);
    }

    /// <summary>The diagnostics of the build files are rules as well, with the same severity and text, so that they have pages.</summary>
    [Fact]
    public void The_build_files_report_rules()
    {
        var targets = File.ReadAllText(Checkout.PathOf("src", "Generator", "build", "Kiln.Generator.targets"));
        var told = Regex.Matches(targets, "<(Error|Warning) Code=\"(KILN[0-9]+)\".*?Text=\"([^\"]*)\"", RegexOptions.Singleline);

        Assert.Equal(5, told.Count);
        Assert.All(told, match =>
        {
            var rule = Rules.All.Single(r => r.Id == match.Groups[2].Value);
            var text = System.Net.WebUtility.HtmlDecode(Regex.Replace(match.Groups[3].Value, @"[%$]\([^)]*\)", "{}"));
            Assert.Equal((rule.Severity.ToString(), Regex.Replace(rule.MessageFormat, @"\{[0-9]\}", "{}")), (match.Groups[1].Value, text));
        });
    }

    [Fact]
    public void The_build_files_know_the_metadata_that_the_generator_knows()
    {
        var targets = File.ReadAllText(Checkout.PathOf("src", "Generator", "build", "Kiln.Generator.targets"));
        var known = Regex.Match(targets, "<_KilnKnownMetadata>(Namespace;[^<]*)<").Groups[1].Value.Replace(";", ", ", StringComparison.Ordinal);

        Assert.EndsWith($"known are {known}", Assert.Single(Run(Good, properties: new() { ["KilnUnknownMetadata"] = "Color" }).Diagnostics).GetMessage());
    }

    private static GeneratorDriverRunResult Run(
        string spec, CSharpCompilation? compilation = null, LanguageVersion language = LanguageVersion.CSharp12, Dictionary<string, string>? properties = null) =>
        CSharpGeneratorDriver
            .Create(
                [new SdkGenerator().AsSourceGenerator()],
                [new SpecFile("shop.yaml", spec)],
                new CSharpParseOptions(language),
                new ItemMetadata(new Dictionary<string, IReadOnlyDictionary<string, string>> { ["shop.yaml"] = SdkDriver.Metadata() }, properties ?? []))
            .RunGenerators(compilation ?? SdkCompilation.Empty, TestContext.Current.CancellationToken)
            .GetRunResult();

    private static IEnumerable<string> Sources(GeneratorDriverRunResult result) => result.Results.Single().GeneratedSources.Select(s => s.HintName).Order(StringComparer.Ordinal);

    private static CSharpCompilation Without(string assembly) => CSharpCompilation.Create(
        "Sdk",
        references: SdkCompilation.ReferencePaths.Where(p => Path.GetFileNameWithoutExtension(p) != assembly).Select(p => MetadataReference.CreateFromFile(p)),
        options: SdkCompilation.Empty.Options);
}
