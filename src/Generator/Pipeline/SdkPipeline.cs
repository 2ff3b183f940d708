using Kiln.Generator.Api;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Changes;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Emission;
using Kiln.Generator.Shapes;
using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Shapes.Names;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Pipeline;

/// <summary>The stages in a row, for callers that want them at once and not as steps: the <c>kiln</c> command, tests, and the comparison with a baseline.</summary>
internal static class SdkPipeline
{
    /// <summary>The files of the SDK in the order of their names; none when the document has errors.</summary>
    public static GeneratedSdk Generate(SpecText text, SdkOptions options, CancellationToken cancellationToken) =>
        Generate(SpecSource.Of(text, cancellationToken), options, files => files.Select(Emitter.Emit), cancellationToken);

    /// <summary>The same, for a document with other files, overlays or a filter; the files are written by all processors.</summary>
    public static GeneratedSdk GenerateFrom(SpecSource source, SdkOptions options, CancellationToken cancellationToken) =>
        Generate(source, options, files => files.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(Emitter.Emit), cancellationToken);

    private static GeneratedSdk Generate(
        SpecSource source, SdkOptions options, Func<EquatableArray<FileShape>, IEnumerable<SourceFile>> emit, CancellationToken cancellationToken)
    {
        var api = ReadApiFrom(source, cancellationToken);
        if (api.Value is null || api.HasErrors)
            return new(EquatableArray<SourceFile>.Empty, api.Diagnostics);

        var shapes = ShapePlanner.Plan(api.Value, options, cancellationToken);
        return new(emit(shapes).ToEquatableArray(), api.Diagnostics) { Title = api.Value.Title };
    }

    /// <summary>The first two stages: what the document says of its API, and all there is to tell about it.</summary>
    public static StageResult<ApiModel> ReadApi(SpecText text, CancellationToken cancellationToken) => ReadApiFrom(SpecSource.Of(text, cancellationToken), cancellationToken);

    /// <summary>The same, for a document with other files, overlays or a filter.</summary>
    public static StageResult<ApiModel> ReadApiFrom(SpecSource source, CancellationToken cancellationToken)
    {
        var (_, api, diagnostics) = ReadStages(source, cancellationToken);
        return new(api, diagnostics);
    }

    /// <summary>The names of an SDK, with what its document says.</summary>
    public static StageResult<SdkNames> ReadNames(SpecSource source, SdkOptions options, CancellationToken cancellationToken)
    {
        var (spec, api, diagnostics) = ReadStages(source, cancellationToken);
        var failed = spec is null || api is null || diagnostics.Items.Any(d => d.Rule.Severity == DiagnosticLevel.Error);
        return new(failed ? null : new(spec!, NameList.Of(api!, options)), diagnostics);
    }

    /// <summary>A document with all that the stages make of it, as comparisons need it.</summary>
    public static StageResult<SdkVersion> ReadVersion(SpecSource source, SdkOptions options, CancellationToken cancellationToken)
    {
        var (spec, api, diagnostics) = ReadStages(source, cancellationToken);
        if (spec is null || api is null || diagnostics.Items.Any(d => d.Rule.Severity == DiagnosticLevel.Error))
            return new(null, diagnostics);

        var files = ShapePlanner.Plan(api, options, cancellationToken).AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(Emitter.Emit);
        return new(new(spec, api, NameList.Of(api, options), files.ToEquatableArray()), diagnostics);
    }

    private static (SpecDocument? Spec, ApiModel? Api, EquatableArray<DiagnosticInfo> Diagnostics) ReadStages(SpecSource source, CancellationToken cancellationToken)
    {
        var spec = SpecReader.Read(source, cancellationToken);
        if (spec.Value is null || spec.HasErrors)
            return (null, null, spec.Diagnostics);

        var api = ApiReader.Read(spec.Value, cancellationToken);
        return (spec.Value, api.Value, [.. spec.Diagnostics, .. api.Diagnostics]);
    }
}

/// <summary>The names of an SDK, and the document that they come from.</summary>
internal sealed record SdkNames(SpecDocument Spec, EquatableArray<NameUse> Names);

/// <summary>An SDK as text, and what there is to tell about its document.</summary>
internal sealed record GeneratedSdk(EquatableArray<SourceFile> Files, EquatableArray<DiagnosticInfo> Diagnostics)
{
    /// <summary>What the document calls its API; empty when it does not say.</summary>
    public string Title { get; init; } = "";

    public bool HasErrors => Diagnostics.Items.Any(d => d.Rule.Severity == DiagnosticLevel.Error);
}
