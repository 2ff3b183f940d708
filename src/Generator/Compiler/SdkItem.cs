using System.Text;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Filtering;
using Kiln.Generator.Specs.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Generator.Compiler;

/// <summary>An <c>OpenApiSdk</c> or <c>OpenApiSdkFile</c> item of the project, as the compiler passes it: an additional file with metadata.</summary>
internal static class SdkItem
{
    private const string Prefix = "build_metadata.AdditionalFiles.";

    /// <summary>Whether the file is an input of an SDK: a document, a file that documents may refer to, or an overlay.</summary>
    public static bool IsInput((AdditionalText Text, AnalyzerConfigOptionsProvider Options) item) =>
        IsSpec(item) || Metadata(item.Options.GetOptions(item.Text), "OpenApiSdkFile") is "true";

    public static bool IsSpec((AdditionalText Text, AnalyzerConfigOptionsProvider Options) item) =>
        Metadata(item.Options.GetOptions(item.Text), "OpenApiSdk") is "true";

    /// <summary>The file without its options, so that a change of options does not read it again.</summary>
    public static AdditionalText Text((AdditionalText Text, AnalyzerConfigOptionsProvider Options) item, CancellationToken cancellationToken) => item.Text;

    public static SpecText Load(AdditionalText text, CancellationToken cancellationToken) =>
        new(text.Path, text.GetText(cancellationToken)?.ToString() ?? "");

    public static ItemOptions ReadOptions((AdditionalText Text, AnalyzerConfigOptionsProvider Options) item, CancellationToken cancellationToken)
    {
        var metadata = item.Options.GetOptions(item.Text);
        return new(item.Text.Path, new(
            Metadata(metadata, "Namespace"),
            Metadata(metadata, "Client"),
            FoldPathPrefix: !IsFalse(Metadata(metadata, "FoldPathPrefix")))
        {
            ShareTypes = !IsFalse(Metadata(metadata, "ShareTypes")),
            Operations = string.Equals(Metadata(metadata, "Operations"), "true", StringComparison.OrdinalIgnoreCase),
            Webhooks = !IsFalse(Metadata(metadata, "Webhooks")),
        });
    }

    private static bool IsFalse(string? value) => string.Equals(value, "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The options that affect reading. They are a pipeline node of their own, because a change of them reads the document again, and a change of other options does not.</summary>
    public static ItemInput ReadInput((AdditionalText Text, AnalyzerConfigOptionsProvider Options) item, CancellationToken cancellationToken)
    {
        var metadata = item.Options.GetOptions(item.Text);
        return new(
            item.Text.Path,
            Paths(item, "KilnOverlays").ToEquatableArray(),
            new SpecFilter(Patterns(metadata, "KilnInclude"), Patterns(metadata, "KilnExclude")))
        {
            InfersPaging = !IsFalse(Metadata(metadata, "InferPaging")),
        };
    }

    /// <summary>The document that an item is compared with; a pipeline node of its own, because it does not affect the SDK.</summary>
    public static ItemBaseline ReadBaseline((AdditionalText Text, AnalyzerConfigOptionsProvider Options) item, CancellationToken cancellationToken) =>
        new(ReadInput(item, cancellationToken), Decoded(item.Options.GetOptions(item.Text), "KilnBaseline").Trim() is { Length: > 0 } path ? SpecPath.CombineWithFolder(Folder(item), path) : null);

    // The project's own paths are relative to its folder.
    private static IEnumerable<string> Paths((AdditionalText Text, AnalyzerConfigOptionsProvider Options) item, string name) =>
        List(item.Options.GetOptions(item.Text), name).Select(path => SpecPath.CombineWithFolder(Folder(item), path));

    private static string Folder((AdditionalText Text, AnalyzerConfigOptionsProvider Options) item) =>
        item.Options.GlobalOptions.TryGetValue("build_property.ProjectDir", out var project) ? project : "";

    private static OperationPatterns Patterns(AnalyzerConfigOptions metadata, string prefix) =>
        new(List(metadata, prefix + "Paths"), List(metadata, prefix + "Tags"), List(metadata, prefix + "Operations"));

    private static EquatableArray<string> List(AnalyzerConfigOptions metadata, string name) =>
        Decoded(metadata, name)
            .Split(';')
            .Select(i => i.Trim())
            .Where(i => i.Length > 0)
            .ToEquatableArray();

    // In base 64: the file by which MSBuild passes metadata to the compiler ends a value at its first ';' or '#'.
    private static string Decoded(AnalyzerConfigOptions metadata, string name) => Encoding.UTF8.GetString(Convert.FromBase64String(Metadata(metadata, name) ?? ""));

    /// <summary>The value of an item's metadata; <see langword="null"/> if it is missing or empty.</summary>
    private static string? Metadata(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(Prefix + name, out var value) && value.Length > 0 ? value : null;
}

/// <summary>A document's options.</summary>
internal sealed record ItemOptions(string Path, SdkOptions Options);

/// <summary>The options that affect reading a document.</summary>
/// <param name="Path">The document.</param>
/// <param name="Overlays">The paths of its overlays.</param>
/// <param name="Filter">Selects its operations.</param>
internal sealed record ItemInput(string Path, EquatableArray<string> Overlays, SpecFilter Filter)
{
    /// <summary>Whether it is inferred how operations page for which the document does not say it.</summary>
    public bool InfersPaging { get; init; } = true;
}

/// <summary>What a document is compared with.</summary>
/// <param name="Item">The document.</param>
/// <param name="Path">The path of the document of the last release; <see langword="null"/> for none.</param>
internal sealed record ItemBaseline(ItemInput Item, string? Path);
