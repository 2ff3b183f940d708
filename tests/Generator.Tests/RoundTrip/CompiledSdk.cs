using System.Reflection;
using Kiln.Generator.Api;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Filtering;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Driving;
using Kiln.Runtime.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.RoundTrip;

/// <summary>The SDK of a document: generated as in a compiler, compiled as strictly as a project can, and ready to read and write JSON.</summary>
internal sealed class CompiledSdk : IDisposable
{
    private readonly SdkAssembly? assembly;
    private readonly Func<int, byte[], ReadOptions, byte[]>? readAndWrite;

    /// <summary>Generates and compiles.</summary>
    /// <param name="path">What the document is called.</param>
    /// <param name="text">The document.</param>
    /// <param name="cancellationToken">Ends the compilation.</param>
    /// <param name="parts">The other files that are given.</param>
    /// <param name="namespace">The namespace of the SDK.</param>
    /// <param name="hasOperations">Whether it has the methods of all operations in one class.</param>
    public CompiledSdk(
        string path, string text, CancellationToken cancellationToken, IReadOnlyList<SpecText>? parts = null, string @namespace = "Corpus", bool hasOperations = false)
    {
        var metadata = new Dictionary<string, string>(SdkDriver.Metadata(@namespace)) { ["Operations"] = hasOperations ? "true" : "" };
        Driver = SdkDriver.Create([(path, text, metadata), .. (parts ?? []).Select(p => (p.Path, p.Text, SdkDriver.PartMetadata))])
            .RunGenerators(SdkCompilation.Empty, cancellationToken);
        Error = Driver.GetRunResult().Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error)?.ToString();
        if (Error is not null)
            return;

        var source = SpecSource.Load(new SpecText(path, text), p => parts?.FirstOrDefault(part => part.Path == p), [], SpecFilter.None, cancellationToken);
        var spec = SpecReader.Read(source, cancellationToken);
        Spec = spec.Value!;
        var api = ApiReader.Read(Spec, cancellationToken);
        (Api, ApiDiagnostics, SpecDiagnostics) = (api.Value!, [.. api.Diagnostics], [.. spec.Diagnostics]);
        var harness = ModelHarness.Of(Spec.Root, Api, SdkPlan.Of(Api, new SdkOptions(@namespace)));
        Roots = harness.Roots;

        var trees = Driver.GetRunResult().GeneratedTrees.Add(CSharpSyntaxTree.ParseText(harness.Source, SdkCompilation.ParseOptions, cancellationToken: cancellationToken));
        assembly = SdkAssembly.TryOf(trees, out var messages, cancellationToken);
        CompilerMessages = messages;
        readAndWrite = assembly?.Assembly.GetType(ModelHarness.TypeName)!.GetMethod(ModelHarness.MethodName)!.CreateDelegate<Func<int, byte[], ReadOptions, byte[]>>();
    }

    /// <summary>The generator after its run.</summary>
    public GeneratorDriver Driver { get; }

    /// <summary>The first error that the generator told; <see langword="null"/> if the document has none.</summary>
    public string? Error { get; }

    /// <summary>The errors and warnings of the compiler over what was emitted; empty for none.</summary>
    public string CompilerMessages { get; } = "";

    /// <summary>What was compiled; <see langword="null"/> where there are errors.</summary>
    public Assembly? Assembly => assembly?.Assembly;

    public SpecDocument Spec { get; } = null!;

    public ApiModel Api { get; } = null!;

    public IReadOnlyList<DiagnosticInfo> ApiDiagnostics { get; } = [];

    public IReadOnlyList<DiagnosticInfo> SpecDiagnostics { get; } = [];

    /// <summary>The schemas that have a type in the SDK, with the number that <see cref="ReadAndWrite"/> knows each by.</summary>
    public IReadOnlyDictionary<string, int> Roots { get; } = new Dictionary<string, int>();

    /// <summary>Reads JSON as the type of a schema, and writes what was read.</summary>
    public byte[] ReadAndWrite(int root, byte[] json, ReadOptions options) => readAndWrite!(root, json, options);

    public void Dispose() => assembly?.Dispose();
}
