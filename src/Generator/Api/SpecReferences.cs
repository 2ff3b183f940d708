using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Kiln.Generator.Specs;

namespace Kiln.Generator.Api;

/// <summary>Follows <c>$ref</c> in the normal form. NSwag replaces a reference by its target and forgets where that stands; names and places need it.</summary>
internal static class SpecReferences
{
    // For each document where references end, so that a long chain is walked once and not from each of its links.
    private static readonly ConditionalWeakTable<SpecMap, ConcurrentDictionary<string, string>> Ends = new();

    /// <summary>The pointer of what stands at a pointer, after all references have been followed.</summary>
    public static string Follow(SpecMap root, string pointer)
    {
        if (TargetOf(root, pointer) is null)
            return pointer;

        // The Specs stage has refused circular references; that the way is noted keeps a mistake there from hanging the compiler.
        var ends = Ends.GetValue(root, _ => new(StringComparer.Ordinal));
        var way = new List<string>();
        while (TargetOf(root, pointer) is { } target)
        {
            if (ends.TryGetValue(pointer, out var end))
            {
                pointer = end;
                break;
            }
            ends[pointer] = target;
            way.Add(pointer);
            pointer = target;
        }
        foreach (var step in way)
            ends[step] = pointer;
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
