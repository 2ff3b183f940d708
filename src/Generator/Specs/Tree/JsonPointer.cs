using System.Globalization;

namespace Kiln.Generator.Specs.Tree;

/// <summary>Parses JSON pointers (RFC 6901) and finds their nodes.</summary>
internal static class JsonPointer
{
    /// <summary>The node at a pointer; <see langword="null"/> if there is none.</summary>
    public static SpecNode? Find(SpecNode root, string pointer)
    {
        // Allocates no list of tokens: every schema of a document is found this way, some of them often.
        SpecNode? node = root;
        for (var start = pointer.IndexOf('/'); start >= 0 && node is not null;)
        {
            var end = pointer.IndexOf('/', start + 1);
            node = Child(node, Unescape(end < 0 ? pointer.Substring(start + 1) : pointer.Substring(start + 1, end - start - 1)));
            start = end;
        }
        return node;
    }

    /// <summary>The node at some pointer tokens; <see langword="null"/> if there is none.</summary>
    public static SpecNode? Find(SpecNode root, IReadOnlyList<string> tokens)
    {
        var node = Walk(root, tokens, out var isWhole);
        return isWhole ? node : null;
    }

    /// <summary>The node at a pointer, or its nearest ancestor if there is no such node.</summary>
    public static SpecNode FindNearest(SpecNode root, string pointer) => Walk(root, Parse(pointer), out _);

    /// <summary>Escapes a key for use as a pointer token.</summary>
    public static string Escape(string key) => key.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The unescaped tokens of a pointer.</summary>
    public static string[] Parse(string pointer)
    {
        var parts = pointer.Split('/');
        var tokens = new string[parts.Length - 1];
        for (var i = 0; i < tokens.Length; i++)
            tokens[i] = Unescape(parts[i + 1]);
        return tokens;
    }

    /// <summary>The key that a token of a pointer stands for.</summary>
    public static string Unescape(string token) => token.IndexOf('~') < 0 ? token : token.Replace("~1", "/").Replace("~0", "~");

    private static SpecNode Walk(SpecNode root, IReadOnlyList<string> tokens, out bool isWhole)
    {
        var node = root;
        isWhole = true;
        foreach (var token in tokens)
        {
            if (Child(node, token) is not { } next)
            {
                isWhole = false;
                return node;
            }
            node = next;
        }
        return node;
    }

    private static SpecNode? Child(SpecNode node, string token) => node switch
    {
        SpecMap map => map[token],
        SpecList list when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count => list.Items[index],
        _ => null,
    };
}
