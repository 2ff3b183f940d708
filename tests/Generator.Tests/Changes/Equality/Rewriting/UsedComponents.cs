using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Changes.Equality.Rewriting;

/// <summary>The components of a section that a document uses.</summary>
internal static class UsedComponents
{
    /// <summary>The names of the schemas to which the rest of the document refers, also by way of others.</summary>
    /// <param name="root">The document.</param>
    /// <param name="keys">The section.</param>
    /// <param name="kept">The components that count as the rest.</param>
    public static HashSet<string> Of(SpecMap root, string[] keys, IReadOnlySet<string>? kept = null)
    {
        HashSet<string> used = [];
        if (JsonPointer.Find(root, keys) is not SpecMap section)
            return used;
        var open = new Queue<string>(Nodes.References(WithSection(root, keys, section.Only(e => kept?.Contains(e.Key) == true))));
        while (open.TryDequeue(out var reference))
        {
            if (SpecReference.ResolveTokens(root, reference) is not { } tokens || tokens.Length <= keys.Length || !tokens.Take(keys.Length).SequenceEqual(keys) || !used.Add(tokens[keys.Length]))
                continue;
            foreach (var inner in Nodes.References(section[tokens[keys.Length]]!, OpenApiObjectKind.Schema))
                open.Enqueue(inner);
        }
        return used;
    }

    /// <summary>The document with another section.</summary>
    public static SpecMap WithSection(SpecMap root, string[] keys, SpecMap section) =>
        keys.Length == 1 ? root.With(keys[0], section) : root.With(keys[0], ((SpecMap)root[keys[0]]!).With(keys[1], section));
}
