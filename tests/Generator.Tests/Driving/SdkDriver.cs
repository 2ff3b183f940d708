using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.Driving;

/// <summary>Runs the generator as the compiler does.</summary>
internal static class SdkDriver
{
    /// <summary>The driver after one run over a document.</summary>
    public static GeneratorDriver Run(string path, string spec, string? @namespace = null, string? client = null) =>
        Create((path, spec, Metadata(@namespace, client))).RunGenerators(SdkCompilation.Empty);

    /// <summary>A driver that has not run yet.</summary>
    public static GeneratorDriver Create(params (string Path, string Spec, IReadOnlyDictionary<string, string> Metadata)[] items) =>
        Create([.. items.Select(i => (new SpecFile(i.Path, i.Spec), i.Metadata))]);

    /// <summary>A driver that has not run yet, over documents that a test will replace.</summary>
    public static GeneratorDriver Create(params (SpecFile File, IReadOnlyDictionary<string, string> Metadata)[] items) =>
        CSharpGeneratorDriver.Create(
            [new SdkGenerator().AsSourceGenerator()],
            items.Select(i => i.File),
            SdkCompilation.ParseOptions,
            Options([.. items.Select(i => (i.File.Path, i.Metadata))]),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The options that MSBuild gives the compiler for some items.</summary>
    public static ItemMetadata Options(params (string Path, IReadOnlyDictionary<string, string> Metadata)[] items) =>
        new(items.ToDictionary(i => i.Path, i => i.Metadata));

    /// <summary>The metadata that MSBuild gives an <c>OpenApiSdk</c> item.</summary>
    public static IReadOnlyDictionary<string, string> Metadata(string? @namespace = null, string? client = null) => new Dictionary<string, string>
    {
        ["OpenApiSdk"] = "true",
        ["Namespace"] = @namespace ?? "",
        ["Client"] = client ?? "",
    };

    /// <summary>The metadata that MSBuild gives an <c>OpenApiSdkFile</c> item.</summary>
    public static IReadOnlyDictionary<string, string> PartMetadata { get; } = new Dictionary<string, string> { ["OpenApiSdkFile"] = "true" };

    /// <summary>An item's metadata with a list more, which MSBuild gives in base 64.</summary>
    public static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> metadata, string name, string list) =>
        new Dictionary<string, string>(metadata) { [name] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(list)) };
}
