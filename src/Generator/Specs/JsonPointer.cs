using System.Globalization;

namespace Kiln.Generator.Specs;

/// <summary>Finds nodes by JSON pointer (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary>The node of a pointer, or <see langword="null"/> if there is none.</summary>
    public static SpecNode? Find(SpecNode root, string pointer) => Find(root, Tokens(pointer));

    public static SpecNode? Find(SpecNode root, IReadOnlyList<string> tokens)
    {
        var node = Walk(root, tokens, out var isWhole);
        return isWhole ? node : null;
    }

    /// <summary>The deepest node on the way to a pointer.</summary>
    public static SpecNode FindNearest(SpecNode root, string pointer) => Walk(root, Tokens(pointer), out _);

    /// <summary>Writes a key so that it can stand in a pointer.</summary>
    public static string Escape(string key) => key.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The keys that a pointer leads through.</summary>
    public static string[] Tokens(string pointer) => pointer.Split('/').Skip(1).Select(Unescape).ToArray();

    private static string Unescape(string token) => token.IndexOf('~') < 0 ? token : token.Replace("~1", "/").Replace("~0", "~");

    private static SpecNode Walk(SpecNode root, IReadOnlyList<string> tokens, out bool isWhole)
    {
        var node = root;
        isWhole = true;
        foreach (var token in tokens)
        {
            var next = node switch
            {
                SpecMap map => map[token],
                SpecList list when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count => list.Items[index],
                _ => null,
            };
            if (next is null)
            {
                isWhole = false;
                return node;
            }
            node = next;
        }
        return node;
    }
}
