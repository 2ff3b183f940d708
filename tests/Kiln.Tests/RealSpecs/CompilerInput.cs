using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Tool.Tests.RealSpecs;

/// <summary>A document as the compiler hands it to the generator.</summary>
internal sealed class Document(string path) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        using var stream = File.OpenRead(path);
        return SourceText.From(stream);
    }
}

/// <summary>The metadata of the SDK's <c>OpenApiSdk</c> item, as MSBuild gives it.</summary>
internal sealed class ItemOptions : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values();

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Values : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_metadata.AdditionalFiles.OpenApiSdk" => "true",
                "build_metadata.AdditionalFiles.Namespace" => "SentinelOne.ThreatEvents",
                "build_metadata.AdditionalFiles.Client" => "ThreatEventsClient",
                _ => null,
            };
            return value is not null;
        }
    }
}
