using Kiln.Package.Tests.Support;

namespace Kiln.Package.Tests.Consumers;

/// <summary>What the build says of documents, and how a project changes that: what <c>docs/diagnostics/README.md</c> tells.</summary>
public sealed class DiagnosticTests(DiagnosticTests.Builds builds) : IClassFixture<DiagnosticTests.Builds>
{
    [FullFact]
    public void A_wrong_document_fails_the_build_at_its_line_and_column()
    {
        var lines = Builds.BrokenDocument.Split('\n');
        var line = Array.FindIndex(lines, l => l.Contains("Nothing", StringComparison.Ordinal));
        var place = $"({line + 1},{lines[line].IndexOf("'#/", StringComparison.Ordinal) + 1})";

        Assert.Contains(builds.Run.Told("Broken"), l => l.Contains($"{Path.Combine("Broken", "shop.yaml")}{place}: error KILN0025: ", StringComparison.Ordinal));
    }

    [FullFact]
    public void A_wrong_document_that_is_silenced_fails_the_build_all_the_same() =>
        Assert.Contains(builds.Run.Told("BrokenAndSilenced"), l => l.Contains("error CS1029", StringComparison.Ordinal) && l.Contains("KILN0025", StringComparison.Ordinal));

    [FullTheory]
    [InlineData("Missing", "error KILN0202: The file 'shop.yaml' of the project's OpenApiSdk does not exist")]
    [InlineData("MissingOverlay", "error KILN0202: The file 'names.overlay.yaml' of the project's Overlays does not exist")]
    [InlineData("MissingBaseline", "error KILN0202: The file 'released.yaml' of the project's Baseline does not exist")]
    [InlineData("Folder", "error KILN0202: The file '.' of the project's OpenApiSdk does not exist")]
    [InlineData("Url", "error KILN0203: 'https://example.com/shop.yaml' is a URL")]
    [InlineData("NoItem", "warning KILN0204: ")]
    [InlineData("NoMatch", "warning KILN0205: ")]
    [InlineData("UnknownMetadata", "warning KILN0206: OpenApiSdk items have no metadata 'Namespase', so it is ignored; did you mean 'Namespace'?")]
    [InlineData("OldLanguage", "error KILN0209: ")]
    public void A_mistake_in_a_project_is_one_line_about_its_file(string project, string expected)
    {
        var line = Assert.Single(builds.Run.Told(project));

        Assert.StartsWith(builds.PathOf(Path.Combine(project, $"{project}.csproj")), line, StringComparison.Ordinal);
        Assert.Contains(expected, line, StringComparison.Ordinal);
    }

    [FullFact]
    public void A_breaking_change_since_the_baseline_fails_the_build_at_its_line()
    {
        var line = Assert.Single(builds.Run.Told("ChangedSinceBaseline"));

        Assert.StartsWith($"{builds.PathOf(Path.Combine("ChangedSinceBaseline", "shop.yaml"))}(7,", line, StringComparison.Ordinal);
        Assert.Contains("error KILN0216: Breaking change since the baseline 'released;1.yaml': GET /pets query limit: ", line, StringComparison.Ordinal);
    }

    [FullFact]
    public void A_wrong_document_is_the_only_line_although_code_uses_the_client() =>
        Assert.Contains("error KILN0025: ", Assert.Single(builds.Run.Told("BrokenAndUsed")), StringComparison.Ordinal);

    [FullTheory]
    [InlineData("Warned", "warning KILN0031")]
    [InlineData("RaisedByGlobalConfig", "error KILN0031")]
    [InlineData("SilencedByGlobalConfig", null)]
    [InlineData("SilencedByNoWarn", null)]
    [InlineData("RaisedByProperty", "error KILN0031")]
    [InlineData("ExceptedFromErrors", "warning KILN0031")]
    [InlineData("SilencedByEditorConfig", null)]
    [InlineData("RaisedByEditorConfig", "error KILN0031")]
    [InlineData("RaisedByEditorConfigForCode", "error KILN0031")]
    [InlineData("RaisedByEditorConfigAndProperty", "error KILN0031")]
    [InlineData("SilencedByNoWarnOverEditorConfig", null)]
    [InlineData("RaisedWithoutCode", "error KILN0031")]
    public void A_severity_is_changed_where_the_page_says(string project, string? expected)
    {
        var told = builds.Run.Told(project);

        if (expected is null)
            Assert.Empty(told);
        else
            Assert.Contains($"{Path.Combine(project, "shop.yaml")}(5,5): {expected}: ", Assert.Single(told));
    }

    /// <summary>Projects that each do one thing about their document, all built in one run.</summary>
    public sealed class Builds(PackedFeed feed) : IAsyncLifetime
    {
        private readonly Workspace workspace = new(feed, "diagnostics");

        internal static string BrokenDocument { get; } = Documents.Shop().Replace("schemas/Problem' }", "schemas/Nothing' }", StringComparison.Ordinal);

        internal DotnetRun Run { get; private set; } = null!;

        internal string PathOf(string path) => workspace.PathOf(path);

        public async ValueTask InitializeAsync()
        {
            if (!TestForm.IsFull)
                return;

            Add("Broken", BrokenDocument);
            Add("BrokenAndSilenced", BrokenDocument, "<NoWarn>KILN0025</NoWarn>");
            Add("BrokenAndUsed", BrokenDocument);
            workspace.Write("BrokenAndUsed/Code.cs", "using Shop.Api; using Shop.Api.Models; public class Use { public async System.Threading.Tasks.Task M(ShopClient c) => System.Console.WriteLine(await c.Pets.GetAsync()); }");

            Add("Missing", null);
            AddWithItem("Folder", "<OpenApiSdk Include=\".\" />");
            AddWithItem("MissingOverlay", "<OpenApiSdk Include=\"shop.yaml\" Overlays=\"names.overlay.yaml\" />");
            AddWithItem("MissingBaseline", "<OpenApiSdk Include=\"shop.yaml\" Baseline=\"released.yaml\" />");
            AddWithItem("ChangedSinceBaseline", "<OpenApiSdk Include=\"shop.yaml\" Baseline=\"old specs/released;1.yaml\" />".Replace(";", "%3B", StringComparison.Ordinal));
            workspace.Write("ChangedSinceBaseline/old specs/released;1.yaml", Documents.Shop().Replace("query, schema: { type: integer }", "query, schema: { type: boolean }", StringComparison.Ordinal));
            AddWithItem("Url", "<OpenApiSdk Include=\"https://example.com/shop.yaml\" />");
            AddWithItem("NoItem", "");
            AddWithItem("NoMatch", "<OpenApiSdk Include=\"specs/*.yaml\" />");
            AddWithItem("UnknownMetadata", "<OpenApiSdk Include=\"shop.yaml\" Namespase=\"Shop.Api\" Link=\"a=b\" />");
            Add("OldLanguage", Documents.Shop(), "<LangVersion>11</LangVersion>");

            Add("Warned", Documents.WithWarning);
            Add("RaisedByGlobalConfig", Documents.WithWarning);
            workspace.Write("RaisedByGlobalConfig/.globalconfig", "is_global = true\ndotnet_diagnostic.KILN0031.severity = error\n");
            Add("SilencedByGlobalConfig", Documents.WithWarning);
            workspace.Write("SilencedByGlobalConfig/.globalconfig", "is_global = true\ndotnet_diagnostic.KILN0031.severity = none\n");
            Add("SilencedByNoWarn", Documents.WithWarning, "<NoWarn>KILN0031</NoWarn>");
            Add("RaisedByProperty", Documents.WithWarning, "<WarningsAsErrors>KILN0031</WarningsAsErrors>");
            Add("ExceptedFromErrors", Documents.WithWarning, "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>KILN0031</WarningsNotAsErrors>");
            AddWithEditorConfig("SilencedByEditorConfig", "root = true\n[*.yaml]\ndotnet_diagnostic.KILN0031.severity = none\n");
            AddWithEditorConfig("RaisedByEditorConfig", "[*.yaml]\ndotnet_diagnostic.KILN0031.severity = error\n");
            AddWithEditorConfig("RaisedByEditorConfigForCode", "[*.cs]\ndotnet_diagnostic.KILN0031.severity = error\n");
            AddWithEditorConfig("RaisedByEditorConfigAndProperty", "[*]\ndotnet_diagnostic.KILN0031.severity = warning\n", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
            AddWithEditorConfig("SilencedByNoWarnOverEditorConfig", "[*]\ndotnet_diagnostic.KILN0031.severity = error\n", "<NoWarn>KILN0031</NoWarn>");
            AddWithEditorConfig("RaisedWithoutCode", "[*.yaml]\ndotnet_diagnostic.KILN0031.severity = error\n");
            File.Delete(workspace.PathOf("RaisedWithoutCode/Code.cs"));

            Run = await workspace.BuildAsync();
            Assert.True(Run.ExitCode == 1, Run.Output);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private void AddWithEditorConfig(string name, string config, string properties = "")
        {
            Add(name, Documents.WithWarning, properties);
            workspace.Write($"{name}/.editorconfig", config);
        }

        private void AddWithItem(string name, string item)
        {
            var block = System.Text.RegularExpressions.Regex.Replace(Repository.ReadmeBlocks("xml").Single(), "<OpenApiSdk .*?/>", item);
            workspace.AddProject(name, "<TargetFramework>net10.0</TargetFramework>", block);
            workspace.Write($"{name}/shop.yaml", Documents.Shop());
        }

        private void Add(string name, string? document, string properties = "")
        {
            workspace.AddProject(name, $"<TargetFramework>net10.0</TargetFramework>\n{properties}", Repository.ReadmeBlocks("xml").Single());
            // MSBuild looks for configuration files beside and above C# files only.
            workspace.Write($"{name}/Code.cs", "");
            if (document is not null)
                workspace.Write($"{name}/shop.yaml", document);
        }
    }
}
