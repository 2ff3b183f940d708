using System.Collections.Immutable;
using Kiln.Generator.Api;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Emission;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Shapes;
using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Compiler;

/// <summary>The tracking names of the steps, for tests.</summary>
internal static class Steps
{
    public const string Configs = "Configs";
    public const string Options = "Options";
    public const string Parse = "Parse";
    public const string Input = "Input";
    public const string Read = "Read";
    public const string Api = "Api";
    public const string Shapes = "Shapes";
    public const string Emit = "Emit";
    public const string Project = "Project";
    public const string Scope = "Scope";
    public const string Baseline = "Baseline";
    public const string Changes = "Changes";
}

/// <summary>A document after the first two stages.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Api">What it says; <see langword="null"/> if it has errors.</param>
/// <param name="Title">The title of its API; <see langword="null"/> if it cannot be read.</param>
/// <param name="Diagnostics">The diagnostics of both stages.</param>
internal sealed record ParsedDocument(string Path, ApiModel? Api, string? Title, EquatableArray<DiagnosticInfo> Diagnostics);

/// <summary>The API of a document, without positions: it stays equal if only positions change.</summary>
internal sealed record DocumentApi(string Path, ApiModel? Api, string? Title);

/// <summary>The title of a document's API; <see langword="null"/> if the document cannot be read.</summary>
internal sealed record DocumentTitle(string Path, string? Title);

/// <summary>A document after the third stage.</summary>
internal sealed record PlannedDocument(string FilePrefix, EquatableArray<FileShape> Files, EquatableArray<DiagnosticInfo> Diagnostics);

/// <summary>A document of the last release, and the one that is compared with it.</summary>
internal sealed record BaselinePair(SpecSource Old, SpecSource Current);

/// <summary>A file of one of the documents.</summary>
internal sealed record PlannedFile(string Prefix, FileShape Shape);

/// <summary>The stages as steps of the compiler's pipeline. They throw no exception but cancellation, for which the compiler would drop every file with one warning.</summary>
internal static class SdkSteps
{
    public static SpecFileTree Parse(SpecText text, CancellationToken cancellationToken)
    {
        try
        {
            return SpecFileTree.Parse(text, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(text.Path, null, FileLinks.None, [Failure(text.Path, exception)]);
        }
    }

    /// <summary>A document with the files that it refers to, so that an edit of other files does not affect it.</summary>
    public static SpecSource Source((ItemInput Item, ImmutableArray<SpecFileTree> Files) input, CancellationToken cancellationToken)
    {
        var entry = input.Files.First(f => f.Path == input.Item.Path);
        return SpecSource.FromFiles(entry, new InputFiles(input.Files), input.Item.Overlays, input.Item.Filter) with { InfersPaging = input.Item.InfersPaging };
    }

    /// <summary>The sources of a document and of its baseline, which is read with the same options; <see langword="null"/> without a baseline, and for one that is not there, which the project's check reports.</summary>
    public static BaselinePair? Baseline((ItemBaseline Baseline, ImmutableArray<SpecFileTree> Files) input, CancellationToken cancellationToken)
    {
        var (item, path) = input.Baseline;
        return path is not null && input.Files.Any(f => f.Path == path)
            ? new(Source((item with { Path = path }, input.Files), cancellationToken), Source((item, input.Files), cancellationToken))
            : null;
    }

    public static ParsedDocument Read(SpecSource source, CancellationToken cancellationToken)
    {
        try
        {
            var parsed = SdkPipeline.ReadApiFrom(source, cancellationToken);
            return parsed.HasErrors || parsed.Value is null
                ? new(source.Entry.Path, null, TitleOf(source), parsed.Diagnostics)
                : new(source.Entry.Path, parsed.Value, parsed.Value.Title, parsed.Diagnostics);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(source.Entry.Path, null, TitleOf(source), [Failure(source.Entry.Path, exception)]);
        }
    }

    public static DocumentApi Api(ParsedDocument document, CancellationToken cancellationToken) => new(document.Path, document.Api, document.Title);

    public static DocumentTitle Title(DocumentApi document, CancellationToken cancellationToken) => new(document.Path, document.Title);

    public static PlannedDocument Plan(((DocumentApi Document, SdkItems Items) Sdk, ProjectScope Scope) input, CancellationToken cancellationToken)
    {
        var ((document, items), scope) = input;
        if (items.Check(document.Path).ToEquatableArray() is { Count: > 0 } problems)
            return new("", [], document.Api is null ? [] : problems);

        var options = items.OptionsOf(document.Path) with { DependencyInjection = scope.HasDependencyInjection };
        if (document.Api is null || !scope.CanCompile)
            return new(items.FilePrefix(document.Path), ClientStub.Of(document.Title, options), []);

        try
        {
            return new(items.FilePrefix(document.Path), ShapePlanner.Plan(document.Api, options, cancellationToken), []);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new("", [], [Failure(document.Path, exception)]);
        }
    }

    public static IEnumerable<PlannedFile> Files(PlannedDocument document, CancellationToken cancellationToken) =>
        document.Files.Select(f => new PlannedFile(document.FilePrefix, f));

    public static SourceFile Emit(PlannedFile file, CancellationToken cancellationToken)
    {
        var source = Emitter.Emit(file.Shape);
        return source with { HintName = HintNames.WithPrefix(file.Prefix, source.HintName) };
    }

    public static EquatableArray<DiagnosticInfo> Diagnostics(ParsedDocument document, CancellationToken cancellationToken) => document.Diagnostics;

    public static EquatableArray<DiagnosticInfo> Diagnostics(PlannedDocument document, CancellationToken cancellationToken) => document.Diagnostics;

    // As it is written: a document with errors has no model.
    private static string? TitleOf(SpecSource source) => ((source.Entry.Root as SpecMap)?["info"] as SpecMap)?["title"].AsText();

    internal static DiagnosticInfo Failure(string path, Exception exception) =>
        new(Rules.InternalFailure, SourceLocation.StartOf(path), $"{exception.GetType().Name}: {exception.Message}");
}
