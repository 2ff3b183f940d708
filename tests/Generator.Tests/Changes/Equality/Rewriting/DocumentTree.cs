using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Filtering;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Changes.Equality.Rewriting;

/// <summary>A document that is rewritten: its tree, the files that it refers to, and how they are written.</summary>
/// <param name="Root">The document.</param>
/// <param name="Others">The paths and roots of its other files.</param>
/// <param name="IsYaml">Whether all are written as YAML, otherwise as JSON.</param>
internal sealed record DocumentTree(SpecMap Root, IReadOnlyList<(string Path, SpecNode Root)> Others, bool IsYaml)
{
    private const string Entry = "openapi.yaml";

    /// <summary>The version that it says.</summary>
    public SpecVersion Version => Root["swagger"] is not null ? SpecVersion.Swagger20 : Root["openapi"].AsScalarText() is { } text && !text.StartsWith("3.0", StringComparison.Ordinal)
        ? text.StartsWith("3.1", StringComparison.Ordinal) ? SpecVersion.OpenApi31 : SpecVersion.OpenApi32
        : SpecVersion.OpenApi30;

    /// <summary>The document as text, read again.</summary>
    /// <param name="overlay">An overlay to apply; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public SpecSource Read(string? overlay, CancellationToken cancellationToken)
    {
        var others = Others.ToDictionary(o => o.Path, o => new SpecText(o.Path, Write(o.Root)), StringComparer.Ordinal);
        return Load(new(Entry, Write(Root)), others.GetValueOrDefault, overlay, cancellationToken);
    }

    /// <summary>A document with an overlay.</summary>
    public static SpecSource Load(SpecText entry, Func<string, SpecText?> find, string? overlay, CancellationToken cancellationToken)
    {
        const string Overlay = "names.overlay.yaml";
        return SpecSource.Load(entry, path => path == Overlay ? new(Overlay, overlay!) : find(path), overlay is null ? [] : [Overlay], SpecFilter.None, cancellationToken);
    }

    private string Write(SpecNode root) => IsYaml ? YamlText.Of(root) : SpecJson.Write(root);
}
