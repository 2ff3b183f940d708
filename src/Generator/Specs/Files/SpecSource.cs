using Kiln.Generator.Collections;
using Kiln.Generator.Specs.Filtering;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Files;

/// <summary>The parsed inputs of one SDK.</summary>
/// <param name="Entry">The OpenAPI document.</param>
/// <param name="OtherFiles">The other files that it refers to.</param>
/// <param name="Overlays">The overlays, in the order in which they are applied.</param>
/// <param name="MissingOverlays">The overlays that are not among the input files.</param>
/// <param name="Filter">Selects its operations.</param>
internal sealed record SpecSource(
    SpecFileTree Entry,
    EquatableArray<SpecFileTree> OtherFiles,
    EquatableArray<SpecFileTree> Overlays,
    EquatableArray<string> MissingOverlays,
    SpecFilter Filter)
{
    /// <summary>Whether it is inferred how operations page for which the document does not say it.</summary>
    public bool InfersPaging { get; init; } = true;

    /// <summary>A document that is a single file, with all of its operations.</summary>
    public static SpecSource Of(SpecText text, CancellationToken cancellationToken) =>
        new(SpecFileTree.Parse(text, cancellationToken), [], [], [], SpecFilter.None);

    /// <summary>A document and the files that it refers to, which are loaded one by one.</summary>
    /// <param name="entry">The document.</param>
    /// <param name="find">Loads the file of a path; returns <see langword="null"/> if there is none.</param>
    /// <param name="overlays">The paths of the overlays.</param>
    /// <param name="filter">Selects the operations.</param>
    /// <param name="cancellationToken">A token to cancel the parsing.</param>
    /// <param name="named">The paths of files that may be referred to by their <c>$id</c> or <c>$self</c>; they are only parsed if there is a reference to a URI.</param>
    public static SpecSource Load(
        SpecText entry, Func<string, SpecText?> find, IReadOnlyList<string> overlays, SpecFilter filter, CancellationToken cancellationToken, IReadOnlyList<string>? named = null)
    {
        var root = SpecFileTree.Parse(entry, cancellationToken);
        var byUri = new Lazy<InputFiles>(() => new InputFiles((named ?? []).Select(Parse).OfType<SpecFileTree>()));
        var overlayFiles = overlays.Select(o => (Path: o, File: Parse(o))).ToArray();
        var found = overlayFiles.Where(o => o.File is not null).Select(o => o.File!).ToEquatableArray();
        return new(
            root,
            InputFiles.FindReferenced([root, .. found], path => new FileReference(path, "").IsUri ? byUri.Value.FindByUri(path) : Parse(path)),
            found,
            overlayFiles.Where(o => o.File is null).Select(o => o.Path).ToEquatableArray(),
            filter);

        SpecFileTree? Parse(string path) => find(path) is { } text ? SpecFileTree.Parse(text, cancellationToken) : null;
    }

    /// <summary>A document with the files that it refers to, from the input files of a project.</summary>
    public static SpecSource FromFiles(SpecFileTree entry, InputFiles files, IEnumerable<string> overlays, SpecFilter filter)
    {
        var overlayFiles = overlays.Select(o => (Path: o, File: files.Find(o))).ToArray();
        var found = overlayFiles.Where(o => o.File is not null).Select(o => o.File!).ToEquatableArray();
        return new(entry, files.FindReferenced([entry, .. found]), found, overlayFiles.Where(o => o.File is null).Select(o => o.Path).ToEquatableArray(), filter);
    }
}
