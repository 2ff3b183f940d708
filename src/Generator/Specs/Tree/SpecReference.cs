using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Kiln.Generator.Specs.Tree;

/// <summary>What a <c>$ref</c> says.</summary>
internal static class SpecReference
{
    public const string Key = "$ref";

    // A circle of references that never reaches the node ends here.
    public const int MaxChainLength = 100;

    // Large documents refer to a few schemas from thousands of places, and each place is asked about by several steps.
    private static readonly ConditionalWeakTable<SpecMap, ConcurrentDictionary<string, (string[] Tokens, SpecNode? Node)?>> Resolved = new();

    /// <summary>Whether the reference leads somewhere in its own document by a pointer.</summary>
    public static bool IsLocalPointer(string reference) => reference == "#" || reference.StartsWith("#/", StringComparison.Ordinal);

    /// <summary>The keys that a local reference leads through, or <see langword="null"/> if there is no such node.</summary>
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
        // slash within a key though, which can only be meant to be split first.
        var asWritten = JsonPointer.Parse(Uri.UnescapeDataString(reference.Substring(1)));
        if (JsonPointer.Find(root, asWritten) is not null)
            return asWritten;
        var decodedLater = JsonPointer.Parse(reference.Substring(1)).Select(Uri.UnescapeDataString).ToArray();
        return FollowTokens(root, decodedLater, MaxChainLength);
    }

    /// <summary>The keys that lead to a node, where the way there goes on behind other references; <see langword="null"/> if there is none.</summary>
    private static string[]? FollowTokens(SpecMap root, string[] tokens, int remaining)
    {
        SpecNode node = root;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (JsonPointer.Find(node, [tokens[i]]) is { } next)
                node = next;
            else if (remaining > 0 && (node as SpecMap)?[Key].AsText() is { } reference && IsLocalPointer(reference)
                && FollowTokens(root, [.. JsonPointer.Parse(reference.Substring(1)).Select(Uri.UnescapeDataString), .. tokens.Skip(i)], remaining - 1) is { } further)
                return further;
            else
                return null;
        }
        return tokens;
    }

    /// <summary>The node that a local reference leads to, or <see langword="null"/> if there is none.</summary>
    public static SpecNode? ResolveNode(SpecMap root, string reference) => ResolveCached(root, reference)?.Node;

    /// <summary>The node itself, or the one that its <c>$ref</c>s lead to in the end.</summary>
    public static SpecNode Follow(SpecMap root, SpecNode node)
    {
        // A circle is told by a check; here it only has to end.
        HashSet<SpecNode>? seen = null;
        for (var steps = 0; steps < MaxChainLength || (seen ??= []).Add(node); steps++)
        {
            if ((node as SpecMap)?[Key].AsText() is not { } reference || ResolveNode(root, reference) is not { } target)
                return node;
            node = target;
        }
        return node;
    }

    /// <summary>A reference in the one way of writing that every reader takes.</summary>
    public static string Write(IEnumerable<string> tokens) => "#" + string.Concat(tokens.Select(t => "/" + JsonPointer.Escape(t).Replace("%", "%25")));
}
