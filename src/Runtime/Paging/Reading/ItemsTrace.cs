namespace Kiln.Runtime.Paging;

/// <summary>What is remembered of the items of a page when they are gone: the last one, and by what two pages of the same items are recognized. For one page.</summary>
/// <param name="keepsLast">Whether the JSON of the last item is kept.</param>
internal sealed class ItemsTrace(bool keepsLast)
{
    private HashCode hash;
    private long length;
    private int count;
    private byte[] last = [];
    private int lastLength;
    private bool areObjects = true;

    /// <summary>The JSON of the last item; empty if there is none.</summary>
    public ReadOnlySpan<byte> Last => last.AsSpan(0, lastLength);

    /// <summary>What pages of the same items have in common; null if there are none, or if items that are equal may well be different ones, as those without an identity are.</summary>
    public (int Hash, long Length, int Count)? Digest => count > 0 && areObjects ? (hash.ToHashCode(), length, count) : null;

    /// <summary>Takes the next item.</summary>
    public void Add(ReadOnlySpan<byte> json)
    {
        hash.AddBytes(json);
        length += json.Length;
        count++;
        areObjects &= json[0] == '{';
        if (!keepsLast)
            return;
        if (last.Length < json.Length)
            last = new byte[Math.Max(json.Length, last.Length * 2)];
        json.CopyTo(last);
        lastLength = json.Length;
    }
}
