namespace Kiln.Generator.Specs;

/// <summary>Finds nodes by JSON pointer (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary>The node of a pointer, or <see langword="null"/> if there is none.</summary>
    public static SpecNode? Find(SpecNode root, string pointer)
    {
        var node = Walk(root, pointer, out var isWhole);
        return isWhole ? node : null;
    }

    /// <summary>The deepest node on the way to a pointer.</summary>
    public static SpecNode FindNearest(SpecNode root, string pointer) => Walk(root, pointer, out _);

    /// <summary>Writes a key so that it can stand in a pointer.</summary>
    public static string Escape(string key) => key.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The key that a pointer's token stands for.</summary>
    public static string Unescape(string token) => token.Replace("~1", "/").Replace("~0", "~");

    private static SpecNode Walk(SpecNode root, string pointer, out bool isWhole)
    {
        var node = root;
        isWhole = true;
        foreach (var token in pointer.Split('/').Skip(1))
        {
            var next = node switch
            {
                SpecMap map => map[Unescape(token)],
                SpecList list when int.TryParse(token, out var index) && index >= 0 && index < list.Items.Count => list.Items[index],
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
