using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Generator.Tests.Driving;

/// <summary>The metadata of <c>OpenApiSdk</c> items, by the file's path, and the properties of the project, as MSBuild would give them.</summary>
internal sealed class ItemMetadata(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> items, IReadOnlyDictionary<string, string>? properties = null)
    : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values("build_property.", properties ?? new Dictionary<string, string>());

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        items.TryGetValue(textFile.Path, out var metadata) ? new Values("build_metadata.AdditionalFiles.", metadata) : GlobalOptions;

    private sealed class Values(string prefix, IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = null;
            return key.StartsWith(prefix, StringComparison.Ordinal) && values.TryGetValue(key[prefix.Length..], out value);
        }
    }
}
