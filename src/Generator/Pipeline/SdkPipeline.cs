using Kiln.Generator.Api;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Emission;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Pipeline;

/// <summary>The stages in a row, for callers that want files and not a compiler: the <c>kiln</c> command and tests.</summary>
internal static class SdkPipeline
{
    /// <summary>The files of the SDK in the order of their names; none when the document has errors.</summary>
    public static GeneratedSdk Generate(SpecText text, SdkOptions options, CancellationToken cancellationToken) =>
        GenerateFrom(SpecSource.Of(text, cancellationToken), options, cancellationToken);

    /// <summary>The same, for a document with other files, overlays or a filter.</summary>
    public static GeneratedSdk GenerateFrom(SpecSource source, SdkOptions options, CancellationToken cancellationToken)
    {
        var api = ReadApiFrom(source, cancellationToken);
        if (api.Value is null || api.HasErrors)
            return new(EquatableArray<SourceFile>.Empty, api.Diagnostics);

        var files = ShapePlanner.Plan(api.Value, options, cancellationToken).Select(Emitter.Emit).ToEquatableArray();
        return new(files, api.Diagnostics) { Title = api.Value.Title };
    }

    /// <summary>The first two stages: what the document says of its API, and all there is to tell about it.</summary>
    public static StageResult<ApiModel> ReadApi(SpecText text, CancellationToken cancellationToken) => ReadApiFrom(SpecSource.Of(text, cancellationToken), cancellationToken);

    /// <summary>The same, for a document with other files, overlays or a filter.</summary>
    public static StageResult<ApiModel> ReadApiFrom(SpecSource source, CancellationToken cancellationToken)
    {
        var spec = SpecReader.Read(source, cancellationToken);
        if (spec.Value is null || spec.HasErrors)
            return new(null, spec.Diagnostics);

        var api = ApiReader.Read(spec.Value, cancellationToken);
        return new(api.Value, [.. spec.Diagnostics, .. api.Diagnostics]);
    }
}

/// <summary>An SDK as text, and what there is to tell about its document.</summary>
internal sealed record GeneratedSdk(EquatableArray<SourceFile> Files, EquatableArray<DiagnosticInfo> Diagnostics)
{
    /// <summary>What the document calls its API; empty when it does not say.</summary>
    public string Title { get; init; } = "";

    public bool HasErrors => Diagnostics.Items.Any(d => d.Rule.Severity == DiagnosticLevel.Error);
}
