using System.Globalization;
using Kiln.Generator.Changes;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Pipeline.Pins;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Changes.Equality.Rewriting;
using Kiln.Generator.Tests.Corpus;

namespace Kiln.Generator.Tests.Changes.Equality;

/// <summary>A document, and the comparison of it with itself in other forms.</summary>
/// <param name="Original">What it becomes.</param>
/// <param name="Tree">Its tree, of one file.</param>
/// <param name="Overlay">The overlay that is applied to all forms; <see langword="null"/> for none.</param>
internal sealed record EqualDocuments(SdkVersion Original, DocumentTree Tree, string? Overlay)
{
    private static readonly SdkOptions Options = new("Equal") { Operations = true };

    /// <summary>A public document; <see langword="null"/> for one that has errors.</summary>
    public static EqualDocuments? Of(string document, CancellationToken cancellationToken)
    {
        SpecText[] parts = [.. CorpusRun.Parts(document)];
        var source = DocumentTree.Load(new(document, PublicDocuments.Read(document)), path => parts.FirstOrDefault(p => p.Path == path), null, cancellationToken);
        return Of(source, cancellationToken);
    }

    public static EqualDocuments? Of(SpecSource source, CancellationToken cancellationToken) =>
        SdkPipeline.ReadVersion(source, Options, cancellationToken).Value is { } original && SpecReader.ReadAssembled(source, cancellationToken) is { } root
            ? new(original, new(root, [], source.Entry.Path.EndsWith(".yaml", StringComparison.Ordinal)), null)
            : null;

    /// <summary>The same with the overlay that <c>kiln names --pin</c> writes for the document.</summary>
    public EqualDocuments Pinned(CancellationToken cancellationToken)
    {
        var names = SdkPipeline.ReadNames(Tree.Read(null, cancellationToken), Options, cancellationToken).Value!;
        var written = SpecReader.ReadAssembled(Tree.Read(null, cancellationToken), cancellationToken)!;
        var overlay = PinFile.Write("openapi.yaml", PinComparison.Of([], names, written).Pins);
        return this with { Original = SdkPipeline.ReadVersion(Tree.Read(overlay, cancellationToken), Options, cancellationToken).Value!, Overlay = overlay };
    }

    /// <summary>The findings about a rewritten form, a line each; <see langword="null"/> if the document cannot be rewritten so.</summary>
    public IReadOnlyList<string>? FindingsOf(Rewrite rewrite, int seed, CancellationToken cancellationToken)
    {
        if (rewrite.Apply(Tree, new Random(seed)) is not { } rewritten)
            return null;
        var read = SdkPipeline.ReadVersion(rewritten.Read(Overlay, cancellationToken), Options, cancellationToken);
        return read.Value is { } current
            ? [.. ChangeFinder.Find(Original, current, cancellationToken).Findings.Select(Line)]
            : [.. read.Diagnostics.Select(d => $"cannot be read: {d.Rule.Id} {d.Location} {string.Join(" ", d.Arguments)}")];
    }

    /// <summary>Whether a finding is about the SDK alone, or about the name of a component, which is not sent.</summary>
    public static bool IsOfSdk(string line) => line.StartsWith("csharp-", StringComparison.Ordinal) || line.StartsWith("schema-", StringComparison.Ordinal);

    private static string Line(Finding finding) =>
        string.Create(CultureInfo.InvariantCulture, $"{finding.Id} {finding.Direction} {finding.Subject}: {finding.Message} [{finding.OldText} -> {finding.NewText}] {finding.CSharp} {finding.Member} ({finding.OldCode} -> {finding.NewCode})");
}
