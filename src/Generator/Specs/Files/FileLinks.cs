using Kiln.Generator.Collections;

namespace Kiln.Generator.Specs.Files;

/// <summary>What a file refers to, and what others can refer to it by.</summary>
/// <param name="Paths">The paths and URIs in its <c>$ref</c>s and discriminator mappings, resolved against the file and against each base that it sets.</param>
/// <param name="Resources">Its parts that have a URI.</param>
internal sealed record FileLinks(EquatableArray<string> Paths, EquatableArray<SchemaResource> Resources)
{
    public static readonly FileLinks None = new([], []);
}
