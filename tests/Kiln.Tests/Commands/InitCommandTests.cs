using System.Text;
using System.Xml.Linq;
using Kiln.Generator.Diagnostics;
using static Kiln.Tool.Tests.Workbench;

namespace Kiln.Tool.Tests.Commands;

public sealed class InitCommandTests : IDisposable
{
    private const string Project = "<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup>\n    <TargetFramework>net10.0</TargetFramework>\n  </PropertyGroup>\n</Project>\n";

    private static readonly string Packages =
        $"    <PackageReference Include=\"Kiln.Generator\" Version=\"{KilnVersion.Text}\" PrivateAssets=\"all\" />\n    <PackageReference Include=\"Kiln.Runtime\" Version=\"{KilnVersion.Text}\" />\n";

    private readonly Workbench bench = new();

    public InitCommandTests() => bench.Gives(File("Client.g.cs", "\n"));

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Adds_the_packages_and_the_document_to_the_only_project()
    {
        bench.Write("Shop.csproj", Project);

        var run = await bench.RunAsync("init", "api.yaml", "--namespace", "Shop.Api", "--client", "ShopClient", "--include-tag", "a&b", "--include-tag", "c", "--no-fold-path-prefix", "--no-share-types", "--no-webhooks", "--no-infer-paging", "--operations");

        Assert.Equal((ExitCodes.Done, ""), (run.ExitCode, run.Out));
        Assert.Equal(
            $"""
            Added to Shop.csproj:
              PackageReference Kiln.Generator {KilnVersion.Text}
              PackageReference Kiln.Runtime {KilnVersion.Text}
              OpenApiSdk api.yaml
            The next 'dotnet build' generates the SDK.
            """,
            run.Error.TrimEnd().ReplaceLineEndings("\n"));
        Assert.Equal(
            Project.Replace("</Project>", $"  <ItemGroup>\n{Packages}    <OpenApiSdk Include=\"api.yaml\" Namespace=\"Shop.Api\" Client=\"ShopClient\" FoldPathPrefix=\"false\" ShareTypes=\"false\" Webhooks=\"false\" Operations=\"true\" InferPaging=\"false\" IncludeTags=\"a&amp;b;c\" />\n  </ItemGroup>\n</Project>", StringComparison.Ordinal),
            bench.Read("Shop.csproj"));
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_a_second_document_is_added_alone()
    {
        bench.Write("Shop.csproj", Project);
        await bench.RunAsync("init", "api.yaml");
        var first = bench.Read("Shop.csproj");

        var again = await bench.RunAsync("init", "api.yaml");

        Assert.Equal((ExitCodes.Done, "Shop.csproj has all of it already; nothing was changed."), (again.ExitCode, again.Error.TrimEnd()));
        Assert.Equal(first, bench.Read("Shop.csproj"));

        bench.Write("other.yaml", "openapi: 3.0.3\n");
        await bench.RunAsync("init", "other.yaml");

        Assert.Equal(first.Replace("</Project>", "  <ItemGroup>\n    <OpenApiSdk Include=\"other.yaml\" />\n  </ItemGroup>\n</Project>", StringComparison.Ordinal), bench.Read("Shop.csproj"));
    }

    [Fact]
    public async Task Paths_are_relative_to_the_project_and_mean_what_they_say_to_MSBuild()
    {
        bench.Write("src/App/App.csproj", Project);
        bench.Write("spec/a;b%20*$(x).yaml", "openapi: 3.0.3\npaths: {/a: {$ref: 'parts/common.yaml#/a'}}\n");
        bench.Write("spec/parts/common.yaml", "a: {}\n");
        bench.Write("spec/names.yaml", "overlay: 1.0.0\n");
        bench.Write("spec/1;0.yaml", "openapi: 3.0.3\n");

        var run = await bench.RunAsync("init", "spec/a;b%20*$(x).yaml", "--project", "src/App/App.csproj", "--overlay", "spec/names.yaml", "--baseline", "spec/1;0.yaml");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("<OpenApiSdk Include=\"../../spec/a%3Bb%2520%2A%24(x).yaml\" Overlays=\"../../spec/names.yaml\" Baseline=\"../../spec/1%3B0.yaml\" />\n", bench.Read("src/App/App.csproj"), StringComparison.Ordinal);
        Assert.Contains("    <OpenApiSdkFile Include=\"../../spec/parts/common.yaml\" />\n", bench.Read("src/App/App.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_written_is_metadata_that_the_build_passes_on()
    {
        bench.Write("Shop.csproj", Project);
        bench.Write("o.yaml", "overlay: 1.0.0\n");
        bench.Write("released.yaml", "openapi: 3.0.3\n");

        await bench.RunAsync(
            "init", "api.yaml", "--namespace", "N", "--client", "C", "--no-fold-path-prefix", "--overlay", "o.yaml", "--baseline", "released.yaml",
            "--include-path", "/a", "--include-tag", "a", "--include-operation", "a", "--exclude-path", "/b", "--exclude-tag", "b", "--exclude-operation", "b");

        var item = XDocument.Parse(bench.Read("Shop.csproj")).Descendants("OpenApiSdk").Single();
        var build = string.Concat(new[] { "props", "targets" }.Select(e => System.IO.File.ReadAllText(Checkout.PathOf("src", "Generator", "build", $"Kiln.Generator.{e}"))));
        Assert.Equal(12, item.Attributes().Count());
        Assert.All(
            item.Attributes().Select(a => a.Name.LocalName).Where(n => n != "Include"),
            name => Assert.True(build.Contains($"MetadataName=\"{name}\"", StringComparison.Ordinal) || build.Contains($"%({name})", StringComparison.Ordinal), name));
    }

    [Fact]
    public async Task A_baseline_that_is_not_there_changes_nothing()
    {
        bench.Write("Shop.csproj", Project);

        var run = await bench.RunAsync("init", "api.yaml", "--baseline", "released.yaml");

        Assert.Equal((ExitCodes.Usage, "kiln: cannot read released.yaml: it does not exist."), (run.ExitCode, run.Error.TrimEnd()));
        Assert.Equal(Project, bench.Read("Shop.csproj"));
    }

    [Fact]
    public async Task Versions_go_where_a_repository_keeps_them()
    {
        const string versions = "<Project>\n\t<PropertyGroup>\n\t\t<ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\n\t</PropertyGroup>\n</Project>";
        bench.Write("Directory.Packages.props", versions);
        bench.Write("src/App/App.csproj", Project);

        var run = await bench.RunAsync("init", "api.yaml", "-p", "src/App/App.csproj");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("<PackageReference Include=\"Kiln.Generator\" PrivateAssets=\"all\" />\n    <PackageReference Include=\"Kiln.Runtime\" />\n", bench.Read("src/App/App.csproj"), StringComparison.Ordinal);
        Assert.Equal(
            versions.Replace("</Project>", $"\t<ItemGroup>\n\t\t<PackageVersion Include=\"Kiln.Generator\" Version=\"{KilnVersion.Text}\" />\n\t\t<PackageVersion Include=\"Kiln.Runtime\" Version=\"{KilnVersion.Text}\" />\n\t</ItemGroup>\n</Project>", StringComparison.Ordinal),
            bench.Read("Directory.Packages.props"));
    }

    [Fact]
    public async Task The_rest_of_a_project_stays_byte_for_byte()
    {
        const string start = "<?xml version=\"1.0\"?>\r\n<!-- </Project> -->\r\n<Project Sdk='Microsoft.NET.Sdk'>\r\n\t<PropertyGroup\r\n\t\tCondition=\"'$(A)' == ''\">\r\n\t\t<B>é</B>\r\n\t</PropertyGroup>\r\n";
        const string end = "</Project>\r\n<!-- </Project> -->";
        System.IO.File.WriteAllText(bench.PathOf("Shop.csproj"), start + end, new UTF8Encoding(true));

        await bench.RunAsync("init", "api.yaml");

        var bytes = System.IO.File.ReadAllBytes(bench.PathOf("Shop.csproj"));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.StartsWith(start + "\t<ItemGroup>\r\n\t\t<PackageReference", text);
        Assert.EndsWith("\t</ItemGroup>\r\n" + end, text);
    }

    [Theory]
    [InlineData("there is no C# project in this directory")]
    [InlineData("there are several C# projects in this directory (A.csproj, B.csproj); name one", "A.csproj", Project, "B.csproj", Project)]
    [InlineData("A.csproj does not use an SDK of .NET", "A.csproj", "<Project ToolsVersion=\"15.0\"></Project>")]
    [InlineData("A.csproj is not an MSBuild project: its root is <html>", "A.csproj", "<html/>")]
    [InlineData("A.csproj is an empty project", "A.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />")]
    [InlineData("cannot read A.csproj: ", "A.csproj", "<Project>")]
    [InlineData("it has a DOCTYPE", "A.csproj", "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Project Sdk=\"Microsoft.NET.Sdk\"><A>&x;</A></Project>")]
    [InlineData("it has a DOCTYPE", "A.csproj", "<!DOCTYPE p [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><Project Sdk=\"Microsoft.NET.Sdk\"><A>&b;</A></Project>")]
    [InlineData("it has a DOCTYPE", "A.csproj", "<!DOCTYPE p SYSTEM \"http://127.0.0.1:9/p.dtd\"><Project Sdk=\"Microsoft.NET.Sdk\"></Project>")]
    public async Task A_project_that_cannot_be_changed_is_refused(string reason, params string[] files)
    {
        foreach (var file in files.Chunk(2))
            bench.Write(file[0], file[1]);

        var run = await bench.RunAsync("init", "api.yaml");

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.All(files.Chunk(2), file => Assert.Equal(file[1], bench.Read(file[0])));
    }

    [Fact]
    public async Task A_project_that_is_nested_too_deep_is_refused()
    {
        bench.Write("A.csproj", "<Project>" + string.Concat(Enumerable.Repeat("<A>", 100_000)));

        var run = await bench.RunAsync("init", "api.yaml");

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Contains("its elements are nested more than 200 levels deep", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("App.fsproj", "App.fsproj is not a C# project (.csproj)")]
    [InlineData("none.csproj", "cannot read none.csproj: it does not exist.")]
    [InlineData("", "--project is empty.")]
    public async Task A_project_that_is_none_is_refused(string project, string reason)
    {
        var run = await bench.RunAsync("init", "api.yaml", "--project", project);

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_with_errors_changes_no_project()
    {
        bench.Write("Shop.csproj", Project);
        bench.Tells(Diagnostic(DiagnosticLevel.Error, 3));

        var run = await bench.RunAsync("init", "api.yaml");

        Assert.Equal(ExitCodes.DocumentWrong, run.ExitCode);
        Assert.Equal(Project, bench.Read("Shop.csproj"));
    }
}
