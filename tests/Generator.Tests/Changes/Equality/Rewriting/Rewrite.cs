namespace Kiln.Generator.Tests.Changes.Equality.Rewriting;

/// <summary>A way to write a document differently that changes nothing of what it says.</summary>
/// <param name="Name">Its name in messages.</param>
/// <param name="KeepsNames">Whether all types and members in C# keep their names.</param>
/// <param name="Apply">Writes a document differently, in a way that may depend on numbers; <see langword="null"/> for one that cannot be written so.</param>
internal sealed record Rewrite(string Name, bool KeepsNames, Func<DocumentTree, Random, DocumentTree?> Apply)
{
    /// <summary>All, in an order in which they can be applied one after the other.</summary>
    public static readonly IReadOnlyList<Rewrite> All =
    [
        new("unchanged", true, (document, _) => document),
        new("Swagger as OpenAPI 3.0", true, OtherVersions.Converted),
        new("OpenAPI 3.0 as 3.1", true, OtherVersions.Newer),
        new("OpenAPI 3.1 as 3.0", true, OtherVersions.Older),
        new("defaults written out", true, RedundantKeys.Apply),
        new("objects inlined", false, InlinedReferences.OfObjects),
        new("schemas inlined", false, InlinedReferences.OfSchemas),
        new("schemas in allOf", false, WrappedSchemas.Apply),
        new("schemas as components", false, HoistedSchemas.Apply),
        new("a file for each component", true, SplitFiles.WithNames),
        new("schemas in two files", false, SplitFiles.Moved),
        new("keys in another order", true, KeyOrder.Apply),
        new("YAML or JSON", true, (document, _) => document with { IsYaml = !document.IsYaml }),
    ];

    /// <summary>All one after the other, where each can be applied.</summary>
    public static readonly Rewrite Together = new("all together", false, (document, random) =>
    {
        var changed = document;
        foreach (var rewrite in All)
        {
            if (rewrite.Apply == InlinedReferences.OfSchemas)
                changed = InlinedReferences.OfSomeSchemas(changed, random) ?? changed;
            // From one version to the next and not back again.
            else if (rewrite.Apply != OtherVersions.Older || document.Version == changed.Version)
                changed = rewrite.Apply(changed, random) ?? changed;
        }
        return changed;
    });

    public override string ToString() => Name;
}
