using Kiln.Generator.Specs;

namespace Kiln.Generator.Api;

/// <summary>Follows <c>$ref</c> in the normal form. NSwag replaces a reference by its target and forgets where that stands; names and places need it.</summary>
internal static class SpecReferences
{
    private const int Longest = 100_000;

    /// <summary>The pointer of what stands at a pointer, after all references have been followed.</summary>
    public static string Follow(SpecMap root, string pointer)
    {
        // The Specs stage has refused circular references; the bound keeps a mistake there from hanging the compiler.
        for (var i = 0; i < Longest && TargetOf(root, pointer) is { } target; i++)
            pointer = target;
        return pointer;
    }

    /// <summary>The pointer that the <c>$ref</c> of a node names, or <see langword="null"/> if the node is no reference.</summary>
    public static string? TargetOf(SpecMap root, string pointer) =>
        JsonPointer.Find(root, pointer) is SpecMap map
        && map[SpecReference.Key].AsText() is { } reference
        && SpecReference.Resolve(root, reference) is { } tokens
            ? string.Concat(tokens.Select(t => "/" + JsonPointer.Escape(t)))
            : null;
}
