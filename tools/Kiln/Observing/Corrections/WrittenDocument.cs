using Kiln.Generator.Pipeline.Pins;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Checks;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Tool.Observing.Corrections;

/// <summary>The document as it is written, which an overlay is applied to, beside its normal form.</summary>
internal sealed class WrittenDocument
{
    private readonly SourceTargets targets;
    private readonly Dictionary<string, ObjectCorrection> corrections = new(StringComparer.Ordinal);

    /// <param name="source">The document with its files and overlays.</param>
    /// <param name="normal">Its normal form.</param>
    /// <param name="cancellationToken">A token to cancel the reading.</param>
    public WrittenDocument(SpecSource source, SpecMap normal, CancellationToken cancellationToken)
    {
        Version = RootCheck.Check(source.Entry.Root, source.Entry.Path, [])!.Value;
        Root = SpecReader.ReadAssembled(source, cancellationToken)!;
        targets = new(normal, Root);
    }

    public SpecVersion Version { get; }

    public SpecMap Root { get; }

    /// <summary>The correction of an object, by its pointer in the normal form; <see langword="null"/> if it is not in the document as it is written.</summary>
    public ObjectCorrection? Find(string pointer) => targets.Find(pointer) is ({ } target, { } node) ? Of(target, node) : null;

    /// <summary>The correction of the object at some keys of the document as it is written.</summary>
    public ObjectCorrection? At(params string[] keys) =>
        JsonPointer.Find(Root, keys) is SpecMap node ? Of(Generator.Specs.Overlays.JsonPathText.Of(Root, keys), node) : null;

    private ObjectCorrection Of(string target, SpecMap node)
    {
        if (!corrections.TryGetValue(target, out var correction))
            corrections.Add(target, correction = new(target, node));
        return correction;
    }

    /// <summary>
    /// The actions of all corrections, in the order of their targets. One that moves what an object says waits for those within it, and is made when the document was read again.
    /// </summary>
    public IReadOnlyList<OverlayAction> Actions()
    {
        var all = corrections.Values.Where(c => !c.IsEmpty).OrderBy(c => c.Target, StringComparer.Ordinal).ToList();
        return [.. all.Where(c => !c.MovesContent || !all.Exists(other => other != c && IsWithin(other.Target, c.Target))).SelectMany(c => c.Actions())];
    }

    private static bool IsWithin(string target, string outer) => target.Length > outer.Length && target[outer.Length] is ('.' or '[') && target.StartsWith(outer, StringComparison.Ordinal);
}
