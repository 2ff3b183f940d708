using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Kiln.Generator.Specs.Tree;

/// <summary>Parses and resolves the value of a <c>$ref</c> within one document.</summary>
internal static class SpecReference
{
    public const string Key = "$ref";

    /// <summary>The longest chain of references that is followed: a cycle of references ends here.</summary>
    public const int MaxChainLength = 100;

    // Large documents refer to a few schemas from thousands of nodes, and several steps resolve each reference.
    private static readonly ConditionalWeakTable<SpecMap, ConcurrentDictionary<string, (string[] Tokens, SpecNode? Node)?>> Resolved = new();

    /// <summary>Whether a reference is a JSON pointer within its own document.</summary>
    public static bool IsLocalPointer(string reference) => reference == "#" || reference.StartsWith("#/", StringComparison.Ordinal);

    /// <summary>The pointer tokens from the root to the target of a local reference; <see langword="null"/> if there is no such node.</summary>
    public static string[]? ResolveTokens(SpecMap root, string reference) => ResolveCached(root, reference)?.Tokens;

    private static (string[] Tokens, SpecNode? Node)? ResolveCached(SpecMap root, string reference)
    {
        if (!IsLocalPointer(reference))
            return null;

        var known = Resolved.GetValue(root, _ => new(StringComparer.Ordinal));
        if (!known.TryGetValue(reference, out var resolved))
            known[reference] = resolved = ResolveUncached(root, reference) is { } tokens ? (tokens, JsonPointer.Find(root, tokens)) : null;
        return resolved;
    }

    private static string[]? ResolveUncached(SpecMap root, string reference)
    {
        // By RFC 6901 (section 6) a fragment is percent-decoded before it is split. Many documents write %2F for a
        // slash within a key, which is only correct if the fragment is split first.
        var decodedFirst = JsonPointer.Parse(Uri.UnescapeDataString(reference.Substring(1)));
        if (JsonPointer.Find(root, decodedFirst) is not null)
            return decodedFirst;
        var splitFirst = JsonPointer.Parse(reference.Substring(1)).Select(Uri.UnescapeDataString).ToArray();
        return FollowTokens(root, splitFirst, MaxChainLength);
    }

    /// <summary>The pointer tokens of a node whose pointer may pass through other references; <see langword="null"/> if there is no such node.</summary>
    private static string[]? FollowTokens(SpecMap root, string[] tokens, int remaining)
    {
        SpecNode node = root;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (JsonPointer.Find(node, [tokens[i]]) is { } next)
                node = next;
            else if (remaining > 0 && (node as SpecMap)?[Key].AsText() is { } reference && IsLocalPointer(reference)
                && FollowTokens(root, [.. JsonPointer.Parse(reference.Substring(1)).Select(Uri.UnescapeDataString), .. tokens.Skip(i)], remaining - 1) is { } resolvedTokens)
                return resolvedTokens;
            else
                return null;
        }
        return tokens;
    }

    /// <summary>The target of a local reference; <see langword="null"/> if there is none.</summary>
    public static SpecNode? ResolveNode(SpecMap root, string reference) => ResolveCached(root, reference)?.Node;

    /// <summary>The node, or the final target if it is a reference; the last reference of a chain that cannot be resolved.</summary>
    public static SpecNode Follow(SpecMap root, SpecNode node)
    {
        // A check reports cycles; here the loop only has to end.
        HashSet<SpecNode>? seen = null;
        for (var steps = 0; steps < MaxChainLength || (seen ??= []).Add(node); steps++)
        {
            if ((node as SpecMap)?[Key].AsText() is not { } reference || ResolveNode(root, reference) is not { } target)
                return node;
            node = target;
        }
        return node;
    }

    /// <summary>The reference for pointer tokens, in the encoding that every reader accepts.</summary>
    public static string Write(IEnumerable<string> tokens) => "#" + string.Concat(tokens.Select(t => "/" + JsonPointer.Escape(t).Replace("%", "%25")));
}
