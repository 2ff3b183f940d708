using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Kiln.Generator;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Shapes;
using static Kiln.Tool.Tests.Workbench;

namespace Kiln.Tool.Tests.Commands;

public sealed class BuildCommandTests : IDisposable
{
    private const string Code = "namespace Shop;\n\n/// <summary>A <c>pet</c>.</summary>\npublic sealed class Pet\n{\n    /// <summary>Its name.</summary>\n    public string? Name { get; set; }\n}\n";

    private readonly Workbench bench = new();

    public BuildCommandTests() => bench.Gives(File("Models.Pet.g.cs", "#nullable enable\n" + Code));

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("net8.0", ".NETCoreApp,Version=v8.0")]
    [InlineData("net10.0", ".NETCoreApp,Version=v10.0")]
    public async Task Makes_an_assembly_with_its_documentation_and_its_sources(string framework, string attribute)
    {
        var run = await bench.RunAsync("build", "api.yaml", "-o", "made/deep/My Shop.dll", "--framework", framework, "--version", "1.2.3-beta.4");

        Assert.Equal((ExitCodes.Done, ""), (run.ExitCode, run.Out));
        Assert.Matches(@"^made/deep/My Shop\.dll: 1 file, 1 type, \d+ bytes in \d+\.\d s\.\n", run.Error);
        Assert.EndsWith(
            $"\nPrograms that use it also need the package Kiln.Runtime {KilnVersion.Text}, or the assemblies that --with-dependencies copies beside it.", run.Error.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(["My Shop.dll", "My Shop.xml"], bench.Names("made/deep"));
        Assert.Contains("<member name=\"P:Shop.Pet.Name\">", bench.Read("made/deep/My Shop.xml"), StringComparison.Ordinal);

        using var file = new PEReader(System.IO.File.OpenRead(bench.PathOf("made/deep/My Shop.dll")));
        var assembly = file.GetMetadataReader();
        Assert.Equal(("My Shop", new Version(1, 2, 3, 0)), (assembly.GetAssemblyDefinition().GetAssemblyName().Name, assembly.GetAssemblyDefinition().Version));
        Assert.Contains(attribute, Attributes(assembly), StringComparison.Ordinal);
        Assert.Contains("1.2.3-beta.4", Attributes(assembly), StringComparison.Ordinal);
        var symbols = file.ReadEmbeddedPortablePdbDebugDirectoryData(file.ReadDebugDirectory().Single(e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb)).GetMetadataReader();
        Assert.Contains("/_/Models.Pet.g.cs", symbols.Documents.Select(d => symbols.GetString(symbols.GetDocument(d).Name)));
    }

    [Fact]
    public async Task Puts_what_the_assembly_needs_beside_it()
    {
        var run = await bench.RunAsync("build", "api.yaml", "-o", "lib/Shop.dll", "--with-dependencies");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal(1, run.Error.TrimEnd().Count(c => c == '\n') + 1);
        Assert.Superset(
            new HashSet<string> { "Shop.dll", "Shop.xml", "Kiln.Runtime.dll", "Microsoft.Kiota.Abstractions.dll", "Microsoft.Kiota.Http.HttpClientLibrary.dll", "Std.UriTemplate.dll" },
            bench.Names("lib").ToHashSet());
        // All of .NET itself is on the machine that runs a program.
        Assert.DoesNotContain("System.Runtime.dll", bench.Names("lib"));
    }

    [Fact]
    public async Task Dependency_injection_brings_its_assemblies()
    {
        bench.Gives(Workbench.File("Uses.g.cs", "class Uses { private System.Type type = typeof(Kiln.DependencyInjection.ClientRegistration<,>); public override string ToString() => type.Name; }"));

        var run = await bench.RunAsync("build", "api.yaml", "-o", "lib/Shop.dll", "--with-dependencies", "--dependency-injection");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Superset(
            new HashSet<string> { "Kiln.DependencyInjection.dll", "Kiln.Runtime.dll", "Microsoft.Extensions.Http.dll", "Microsoft.Extensions.DependencyInjection.Abstractions.dll" }, bench.Names("lib").ToHashSet());
    }

    [Fact]
    public async Task A_package_with_dependency_injection_depends_on_its_package()
    {
        var run = await bench.RunAsync("build", "api.yaml", "-o", "Shop.1.0.0.nupkg", "--dependency-injection");

        Assert.True(run.ExitCode == ExitCodes.Done, run.Error);
        using var package = new NuGet.Packaging.PackageArchiveReader(System.IO.File.OpenRead(bench.PathOf("Shop.1.0.0.nupkg")));
        Assert.Equal(["Kiln.DependencyInjection"], package.NuspecReader.GetDependencyGroups().Single().Packages.Select(p => p.Id));
    }

    [Fact]
    public async Task A_package_has_its_dependencies_by_name_only()
    {
        var run = await bench.RunAsync("build", "api.yaml", "-o", "Shop.1.0.0.nupkg", "--with-dependencies");

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Contains("--with-dependencies is for a .dll.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_a_package()
    {
        var run = await bench.RunAsync("build", "api.yaml", "-o", "Contoso.Shop.1.2.0.nupkg", "--version", "1.2.0", "--authors", "Contoso", "--description", "<Pets>\n& more");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        using var package = ZipFile.OpenRead(bench.PathOf("Contoso.Shop.1.2.0.nupkg"));
        Assert.Subset(
            package.Entries.Select(e => e.FullName).ToHashSet(),
            new HashSet<string> { "Contoso.Shop.nuspec", "README.md", "lib/net8.0/Contoso.Shop.dll", "lib/net8.0/Contoso.Shop.xml" });
        var manifest = await new StreamReader(package.GetEntry("Contoso.Shop.nuspec")!.Open()).ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<version>1.2.0</version>", manifest, StringComparison.Ordinal);
        Assert.Contains("<authors>Contoso</authors>", manifest, StringComparison.Ordinal);
        Assert.Contains("<description>&lt;Pets&gt; &amp; more</description>", manifest, StringComparison.Ordinal);
        Assert.Contains($"<dependency id=\"Kiln.Runtime\" version=\"{KilnVersion.Text}\"", manifest, StringComparison.Ordinal);
        Assert.Equal(["Contoso.Shop.1.2.0.nupkg", "api.yaml"], bench.Names("."));
    }

    [Theory]
    [InlineData("A.B.nupkg", "A.B", "1.0.0", false)]
    [InlineData("A.B.1.2.0.nupkg", "A.B", "1.2.0", true)]
    [InlineData("A.B.1.2.0-beta.1.nupkg", "A.B", "1.2.0-beta.1", true)]
    [InlineData("A.B.1.2.nupkg", "A.B.1.2", "1.0.0", false)]
    [InlineData("A.B.1.2.0.nupkg", "A.B.1.2.0", "3.0.0", false, "--version", "3.0.0")]
    [InlineData("A.B.99999.0.0.nupkg", "A.B.99999.0.0", "1.0.0", false)]
    public async Task A_package_is_what_its_file_is_called(string output, string id, string version, bool restores, params string[] options)
    {
        var run = await bench.RunAsync(["build", "api.yaml", "-o", output, .. options]);

        Assert.True(run.ExitCode == ExitCodes.Done, run.Error);
        using var package = new NuGet.Packaging.PackageArchiveReader(System.IO.File.OpenRead(bench.PathOf(output)));
        Assert.Equal((id, version), (package.NuspecReader.GetId(), package.NuspecReader.GetVersion().ToString()));
        Assert.Equal(!restores, run.Error.Contains($"To restore it from a folder, rename it to {id}.{version}.nupkg.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a.dll", "a.dll")]
    [InlineData("a.dll", "a.xml")]
    [InlineData("a.nupkg", "a.nupkg")]
    public async Task What_it_makes_is_the_same_each_time(string output, string file)
    {
        await bench.RunAsync("build", "api.yaml", "-o", output);
        var first = await System.IO.File.ReadAllBytesAsync(bench.PathOf(file), TestContext.Current.CancellationToken);
        // Zip files keep times to two seconds.
        await Task.Delay(TimeSpan.FromSeconds(2.1), TestContext.Current.CancellationToken);
        await bench.RunAsync("build", "api.yaml", "-o", output);

        Assert.Equal(first, await System.IO.File.ReadAllBytesAsync(bench.PathOf(file), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("'made' is neither an assembly (.dll) nor a package (.nupkg).", "-o", "made")]
    [InlineData("'a.exe' is neither an assembly (.dll) nor a package (.nupkg).", "-o", "a.exe")]
    [InlineData("--output is empty.", "-o", "")]
    [InlineData("'.dll' is not the name of an assembly or a package.", "-o", ".dll")]
    [InlineData("' a.dll' is not the name of an assembly or a package.", "-o", " a.dll")]
    [InlineData("'a\nb.dll' is not the name of an assembly or a package.", "-o", "a\nb.dll")]
    [InlineData("Option '--output' is required.")]
    [InlineData("'x' is not a version such as 1.2.0 or 1.2.0-beta.1, with numbers up to 65534.", "-o", "a.dll", "--version", "x")]
    [InlineData("'70000.0.0' is not a version such as 1.2.0 or 1.2.0-beta.1, with numbers up to 65534.", "-o", "a.dll", "--version", "70000.0.0")]
    [InlineData("'../a' is not a valid package id: use letters, digits and underscores, separated by single dots or hyphens.", "-o", "a.nupkg", "--package-id", "../a")]
    [InlineData("--package-id is for a .nupkg, and a.dll is an assembly.", "-o", "a.dll", "--package-id", "A")]
    public async Task A_wrong_command_line_says_why(string sentence, params string[] options)
    {
        var run = await bench.RunAsync(["build", "api.yaml", .. options]);

        Assert.Equal((ExitCodes.Usage, ""), (run.ExitCode, run.Out));
        Assert.Equal($"kiln: {sentence}\nTry 'kiln build --help'.", run.Error.TrimEnd().ReplaceLineEndings("\n"));
        Assert.Equal(["api.yaml"], bench.Names("."));
    }

    [Theory]
    [InlineData("System.Runtime.dll", "the SDK itself references an assembly with this name")]
    [InlineData("Kiln.Runtime.nupkg", "the SDK itself references an assembly with this name")]
    [InlineData("a b.nupkg", "'a b' is not a valid package id; set one with --package-id.")]
    [InlineData("api.yaml/a.dll", "cannot write to api.yaml/a.dll: ")]
    [InlineData("folder.dll", "is a directory.")]
    public async Task A_place_that_cannot_be_written_is_a_sentence(string output, string sentence)
    {
        Directory.CreateDirectory(bench.PathOf("folder.dll"));

        var run = await bench.RunAsync("build", "api.yaml", "-o", output);

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.StartsWith("kiln: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Equal(["api.yaml", "folder.dll"], bench.Names("."));
    }

    [Theory]
    [InlineData("api.dll", "api.dll")]
    [InlineData("api.xml", "api.dll")]
    [InlineData("api.nupkg", "./api.nupkg")]
    public async Task The_document_is_never_written_over(string document, string output)
    {
        bench.Write(document, "openapi: 3.0.3\n");

        var run = await bench.RunAsync("build", document, "-o", output);

        Assert.Equal((ExitCodes.Usage, $"kiln: {output} would overwrite the document {document}."), (run.ExitCode, run.Error.TrimEnd()));
        Assert.Equal("openapi: 3.0.3\n", bench.Read(document));
    }

    [Fact]
    public async Task A_wrong_document_leaves_what_was_made_before()
    {
        await bench.RunAsync("build", "api.yaml", "-o", "a.dll");
        var before = System.IO.File.GetLastWriteTimeUtc(bench.PathOf("a.dll"));
        bench.Tells(Diagnostic(DiagnosticLevel.Error, 7));

        var run = await bench.RunAsync("build", "api.yaml", "-o", "a.dll");

        Assert.Equal(ExitCodes.DocumentWrong, run.ExitCode);
        Assert.StartsWith("api.yaml(7,1): error KILN2007: wrong", run.Error, StringComparison.Ordinal);
        Assert.Equal(["a.dll", "a.xml", "api.yaml"], bench.Names("."));
        Assert.Equal(before, System.IO.File.GetLastWriteTimeUtc(bench.PathOf("a.dll")));
    }

    [Fact]
    public async Task CSharp_that_does_not_compile_is_told_with_its_place_as_a_fault_of_kiln()
    {
        bench.Gives(File("A.g.cs", "class A : Missing { }\n"));

        var run = await bench.RunAsync("build", "api.yaml", "-o", "a.dll");

        Assert.Equal(ExitCodes.Fault, run.ExitCode);
        Assert.StartsWith("A.g.cs(2,11): error CS0246: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("This is a bug in kiln, not in your document.", run.Error, StringComparison.Ordinal);
        Assert.Equal(["api.yaml"], bench.Names("."));
    }

    [Fact]
    public async Task A_warning_of_the_compiler_is_told()
    {
        bench.Gives(File("A.g.cs", "public class A { }\n"));

        var run = await bench.RunAsync("build", "api.yaml", "-o", "a.dll");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.StartsWith("A.g.cs(2,14): warning CS1591: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_reach_the_generator()
    {
        SdkOptions? seen = null;
        bench.Generate = (_, options, _) =>
        {
            seen = options;
            return Sdk(File("A.g.cs", ""));
        };

        await bench.RunAsync("build", "api.yaml", "-o", "a.dll", "--namespace", "A.B", "--client", "C", "--no-fold-path-prefix", "--no-share-types", "--no-webhooks", "--operations", "--dependency-injection");

        Assert.Equal(new SdkOptions("A.B", "C", FoldPathPrefix: false) { ShareTypes = false, Webhooks = false, Operations = true, DependencyInjection = true }, seen);
    }

    [Fact]
    public async Task Cancelled_it_leaves_nothing()
    {
        using var source = new CancellationTokenSource();
        bench.Generate = (_, _, _) =>
        {
            source.Cancel();
            return Sdk(File("A.g.cs", ""));
        };

        var run = await bench.RunAsync(source.Token, "build", "api.yaml", "-o", "a.dll");

        Assert.Equal((ExitCodes.Cancelled, "kiln: cancelled."), (run.ExitCode, run.Error.TrimEnd()));
        Assert.Equal(["api.yaml"], bench.Names("."));
    }

    [Fact]
    public async Task Two_builds_at_once_to_one_place_leave_a_whole_one()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bench.RunAsync("build", "api.yaml", "-o", "a.dll")));

        Assert.All(runs, run => Assert.Equal(ExitCodes.Done, run.ExitCode));
        Assert.Equal(["a.dll", "a.xml", "api.yaml"], bench.Names("."));
        Assert.NotNull(Assembly.Load(await System.IO.File.ReadAllBytesAsync(bench.PathOf("a.dll"), TestContext.Current.CancellationToken)).GetType("Shop.Pet"));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("1", false)]
    public async Task A_person_who_watches_sees_what_it_is_at(string? noColor, bool isColoured)
    {
        bench.IsWatched = true;
        bench.NoColor = noColor;

        var run = await bench.RunAsync("build", "api.yaml", "-o", "[a].dll");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("Reading api.yaml ...", run.Error, StringComparison.Ordinal);
        Assert.Contains("Compiling 1 file ...", run.Error, StringComparison.Ordinal);
        Assert.Contains("Writing [a].dll ...", run.Error, StringComparison.Ordinal);
        Assert.Equal(isColoured, System.Text.RegularExpressions.Regex.IsMatch(run.Error, @"\e\[[\d;]*[1-9][\d;]*m"));
    }

    private static string Attributes(MetadataReader assembly) => string.Join('\n', assembly.GetAssemblyDefinition().GetCustomAttributes()
        .Select(a => System.Text.Encoding.UTF8.GetString(assembly.GetBlobBytes(assembly.GetCustomAttribute(a).Value))));
}
