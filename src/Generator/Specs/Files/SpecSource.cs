using Kiln.Generator.Collections;
using Kiln.Generator.Specs.Filtering;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Files;

/// <summary>All that one SDK is read from, parsed.</summary>
/// <param name="Entry">The OpenAPI document.</param>
/// <param name="OtherFiles">The other files that it leads to, by <c>$ref</c>.</param>
/// <param name="Overlays">What is overlayFiles over it, in this order.</param>
/// <param name="MissingOverlays">The overlays that were asked for and not given.</param>
/// <param name="Filter">Which of its operations are wanted.</param>
internal sealed record SpecSource(
    SpecFileTree Entry,
    EquatableArray<SpecFileTree> OtherFiles,
    EquatableArray<SpecFileTree> Overlays,
    EquatableArray<string> MissingOverlays,
    SpecFilter Filter)
{
    /// <summary>A document in one file, taken whole.</summary>
    public static SpecSource Of(SpecText text, CancellationToken cancellationToken) =>
        new(SpecFileTree.Parse(text, cancellationToken), [], [], [], SpecFilter.None);

    /// <summary>A document and what it leads to, where the files come one by one.</summary>
    /// <param name="entry">The document.</param>
    /// <param name="find">The file of a path as a <c>$ref</c> or an overlay's name has it, or <see langword="null"/> when there is none.</param>
    /// <param name="overlays">The paths of the overlays.</param>
    /// <param name="filter">Which operations are wanted.</param>
    /// <param name="cancellationToken">Ends the parsing.</param>
    public static SpecSource Load(SpecText entry, Func<string, SpecText?> find, IReadOnlyList<string> overlays, SpecFilter filter, CancellationToken cancellationToken)
    {
        var root = SpecFileTree.Parse(entry, cancellationToken);
        var overlayFiles = overlays.Select(o => (Path: o, File: Parse(o))).ToArray();
        var found = overlayFiles.Where(o => o.File is not null).Select(o => o.File!).ToEquatableArray();
        return new(
            root,
            InputFiles.FindReferenced([root, .. found], Parse),
            found,
            overlayFiles.Where(o => o.File is null).Select(o => o.Path).ToEquatableArray(),
            filter);

        SpecFileTree? Parse(string path) => find(path) is { } text ? SpecFileTree.Parse(text, cancellationToken) : null;
    }

    /// <summary>A document among files that are all there.</summary>
    public static SpecSource FromFiles(SpecFileTree entry, InputFiles files, IEnumerable<string> overlays, SpecFilter filter)
    {
        var overlayFiles = overlays.Select(o => (Path: o, File: files.Find(o))).ToArray();
        var found = overlayFiles.Where(o => o.File is not null).Select(o => o.File!).ToEquatableArray();
        return new(entry, files.FindReferenced([entry, .. found]), found, overlayFiles.Where(o => o.File is null).Select(o => o.Path).ToEquatableArray(), filter);
    }
}
