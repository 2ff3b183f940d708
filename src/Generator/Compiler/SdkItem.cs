using Kiln.Generator.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Generator.Compiler;

/// <summary>One <c>OpenApiSdk</c> item of the project, as the compiler hands it over: an additional file with metadata.</summary>
internal static class SdkItem
{
    private const string Prefix = "build_metadata.AdditionalFiles.";

    public static bool IsSpec((AdditionalText Text, AnalyzerConfigOptionsProvider Options) item) =>
        Metadata(item.Options.GetOptions(item.Text), "OpenApiSdk") is "true";

    /// <summary>The file alone, so that a change of options does not read it again.</summary>
    public static AdditionalText Text((AdditionalText Text, AnalyzerConfigOptionsProvider Options) item, CancellationToken cancellationToken) => item.Text;

    public static SpecText Load(AdditionalText text, CancellationToken cancellationToken) =>
        new(text.Path, text.GetText(cancellationToken)?.ToString() ?? "");

    public static ItemOptions ReadOptions((AdditionalText Text, AnalyzerConfigOptionsProvider Options) item, CancellationToken cancellationToken)
    {
        var metadata = item.Options.GetOptions(item.Text);
        return new(item.Text.Path, new(
            Metadata(metadata, "Namespace"),
            Metadata(metadata, "Client"),
            !string.Equals(Metadata(metadata, "FoldPathPrefix"), "false", StringComparison.OrdinalIgnoreCase)));
    }

    private static string? Metadata(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(Prefix + name, out var value) && value.Length > 0 ? value : null;
}

/// <summary>A document's options.</summary>
internal sealed record ItemOptions(string Path, SdkOptions Options);
