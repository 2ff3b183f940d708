using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Text;

namespace Kiln.Generator.Specs.Joining;

/// <summary>The first token of a pointer that does not exist.</summary>
internal sealed class MissingTarget
{
    private readonly SpecNode parent;
    private readonly string[] rest;

    private MissingTarget(SpecNode parent, string[] tokens, int length)
    {
        this.parent = parent;
        Parent = [.. tokens.Take(length)];
        Key = tokens.ElementAtOrDefault(length) ?? "";
        rest = [.. tokens.Skip(length + 1)];
    }

    /// <summary>The tokens of the nearest node that exists.</summary>
    public string[] Parent { get; }

    /// <summary>The token that this node does not have.</summary>
    public string Key { get; }

    public static MissingTarget Find(SpecNode root, string[] tokens)
    {
        var node = root;
        for (var length = 0; length < tokens.Length; length++)
        {
            if (JsonPointer.Find(node, [tokens[length]]) is not { } next)
                return new(node, tokens, length);
            node = next;
        }
        return new(node, tokens, tokens.Length);
    }

    /// <summary>The reference with a similar key, if that has a target; otherwise <see langword="null"/>.</summary>
    public string? Suggest(NameSuggestions suggestions) =>
        !suggestions.IsExhausted && parent is SpecMap map && suggestions.Find(Key, [.. map.Entries.Select(e => e.Key)]) is { } similar && JsonPointer.Find(map, [similar, .. rest]) is not null
            ? SpecReference.Write([.. Parent, similar, .. rest])
            : null;
}
