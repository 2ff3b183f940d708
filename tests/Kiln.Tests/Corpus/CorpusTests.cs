using Kiln.Generator;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;
using Kiln.Tests.Forms;
using Kiln.Tool.Packages;

namespace Kiln.Tool.Tests.Corpus;

/// <summary>
/// Public documents, where they stand beside the checkout (or <c>KILN_CORPUS</c> says where): <c>kiln build</c> makes an assembly of each, without a word
/// of the C# compiler, or tells what is wrong and where.
/// </summary>
public sealed class CorpusTests : IDisposable
{
    // What is wrong in the document itself, or leads into files that are not given.
    private static readonly Dictionary<string, string> Errors = new(StringComparer.Ordinal)
    {
        ["OpenAPI.NET__recursive-subschema-ref.json"] = "(53,41): error KILN0025", // #/properties/parent leads nowhere
        ["hey-api__full-2.0.yaml"] = "(208,17): error KILN0028", // a schema where a parameter must stand
        ["hey-api__full-3.0.yaml"] = "(1234,13): error KILN0026", // external-shared.json is not there
        ["hey-api__full-3.1.yaml"] = "(1267,13): error KILN0026", // the same
        ["oapi-codegen__oneof-discriminator.yaml"] = "(1,1): error KILN0022", // no version: a fragment
        ["oapi-codegen__recursive.yaml"] = "(103,17): error KILN0029", // a schema that is itself and nothing else
    };

    private readonly Workbench bench = new();
    private SpecSource? read;
    private GeneratedSdk? made;

    public CorpusTests() => bench.Generate = (source, options, cancellationToken) =>
    {
        read = source;
        return made = SdkPipeline.GenerateFrom(source, options, cancellationToken);
    };

    public void Dispose() => bench.Dispose();

    [Theory]
    [MemberData(nameof(PublicDocuments.Documents), MemberType = typeof(PublicDocuments))]
    public async Task Becomes_an_assembly_without_a_warning_or_an_error_with_its_place(string? document)
    {
        Assert.SkipWhen(document is null, PublicDocuments.Absent);
        // The tests of the generator compile these as well.
        PublicDocuments.SkipLarge(document!);
        string[] files = [];
        if (document!.Split('/') is [var folder, _, ..])
        {
            files = ["--file", Path.Combine(PublicDocuments.PathOf(folder), "**")];
            document = PublicDocuments.PathOf(document);
        }
        else
        {
            System.IO.File.Copy(PublicDocuments.PathOf(document), bench.PathOf(document));
        }

        var run = await bench.RunAsync(["build", document, "-o", "Corpus.dll", .. files]);

        var lines = run.Error.Split('\n', StringSplitOptions.TrimEntries);
        if (Errors.TryGetValue(document, out var expected))
        {
            Assert.Equal(ExitCodes.DocumentWrong, run.ExitCode);
            Assert.StartsWith($"{document}{expected}", lines.First(line => line.Contains(": error ", StringComparison.Ordinal)), StringComparison.Ordinal);
            return;
        }
        Assert.DoesNotContain(lines, line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning CS", StringComparison.Ordinal));
        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.True(System.IO.File.Exists(bench.PathOf("Corpus.dll")));
        TestContext.Current.TestOutputHelper?.WriteLine(lines[^2]);
        if (TestForm.IsFull)
            HasTheSameSdkAsOneFile();
    }

    // What a package contains is the document, whatever it was joined from.
    private void HasTheSameSdkAsOneFile()
    {
        var joined = JoinedDocument.Of(read!, TestContext.Current.CancellationToken)!;
        var source = SpecSource.Of(new SpecText(joined.Path, joined.Text), TestContext.Current.CancellationToken);

        var sdk = SdkPipeline.GenerateFrom(source, new SdkOptions(), TestContext.Current.CancellationToken);

        Assert.Equal(made!.Files.Items.Select(f => f.HintName), sdk.Files.Items.Select(f => f.HintName));
        Assert.All(made.Files.Items.Zip(sdk.Files.Items), f => Assert.Equal(f.First.Text, f.Second.Text));
    }
}
