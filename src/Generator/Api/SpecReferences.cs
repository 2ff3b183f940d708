using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api;

/// <summary>Follows <c>$ref</c> in the normal form. NSwag replaces a reference by its target and forgets where that stands; names and places need it.</summary>
internal static class SpecReferences
{
    // For each document where each of its references ends: few are said from many places, and a long chain is walked once and not from each of its links.
    private static readonly ConditionalWeakTable<SpecMap, ConcurrentDictionary<string, string>> Ends = new();

    /// <summary>The pointer of what stands at a pointer, after all references have been followed.</summary>
    public static string Follow(SpecMap root, string pointer)
    {
        if (ReferenceAt(root, pointer) is null)
            return pointer;

        // The Specs stage has refused circular references; that the way is noted keeps a mistake there from hanging the compiler.
        var ends = Ends.GetValue(root, _ => new(StringComparer.Ordinal));
        List<string>? way = null;
        while (ReferenceAt(root, pointer) is { } reference)
        {
            if (ends.TryGetValue(reference, out var end))
            {
                pointer = end;
                break;
            }
            if (Target(root, reference) is not { } target)
                break;
            ends[reference] = target;
            (way ??= []).Add(reference);
            pointer = target;
        }
        foreach (var step in way ?? [])
            ends[step] = pointer;
        return pointer;
    }

    /// <summary>Whether there is a reference at a pointer that leads somewhere.</summary>
    public static bool IsAt(SpecMap root, string pointer) => ReferenceAt(root, pointer) is { } reference && SpecReference.ResolveTokens(root, reference) is not null;

    /// <summary>The pointer that the <c>$ref</c> of a node names, or <see langword="null"/> if the node is no reference.</summary>
    public static string? TargetOf(SpecMap root, string pointer) => ReferenceAt(root, pointer) is { } reference ? Target(root, reference) : null;

    private static string? ReferenceAt(SpecMap root, string pointer) => (JsonPointer.Find(root, pointer) as SpecMap)?[SpecReference.Key].AsText();

    private static string? Target(SpecMap root, string reference) =>
        SpecReference.ResolveTokens(root, reference) is { } tokens ? string.Concat(tokens.Select(t => "/" + JsonPointer.Escape(t))) : null;
}
