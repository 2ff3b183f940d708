using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Grammar;

/// <summary>The schemas that a discriminator refers to: those of its <c>mapping</c>, and that of its <c>defaultMapping</c> (OpenAPI 3.2).</summary>
internal static class DiscriminatorTargets
{
    public const string Mapping = "mapping";
    public const string Default = "defaultMapping";

    /// <summary>The targets of a discriminator: each a reference, or the name of a schema.</summary>
    public static IEnumerable<string> Of(SpecMap discriminator) =>
        ((discriminator[Mapping] as SpecMap)?.Entries.Select(e => e.Value) ?? []).Append(discriminator[Default]).Select(v => v.AsText()).OfType<string>();

    /// <summary>The discriminator with each target replaced by the result of a function, and left out if that is <see langword="null"/>.</summary>
    public static SpecMap WithTargets(this SpecMap discriminator, Func<SpecEntry, SpecNode?> change) => discriminator.WithValues(change, static (entry, change) => entry switch
    {
        { Key: Mapping, Value: SpecMap mapping } => mapping.WithValues(change),
        { Key: Default } => change(entry),
        _ => entry.Value,
    });
}
