namespace Kiln.Runtime.Wire;

/// <summary>Says whether it is worth to read an item of an array that arrives in pieces.</summary>
/// <remarks>
/// An item that is cut off must be read again. So it is only begun if as much is there as the longest before, or if its end was seen; once cut off, only the latter, or small pieces would
/// have it read once for each of them.
/// </remarks>
internal struct JsonItemEnd
{
    private JsonValueScanner scan;
    private int longest;
    private bool mustScan;

    /// <summary>Whether the end may have come.</summary>
    /// <param name="rest">What has come, from the first byte of the item on.</param>
    /// <param name="isEnd">Whether nothing more comes.</param>
    public bool MayHaveCome(ReadOnlySpan<byte> rest, bool isEnd) => isEnd || (!mustScan && longest > 0 && rest.Length >= longest) || scan.IsWhole(rest);

    /// <summary>Says that the item went on beyond what has come.</summary>
    public void CutOff() => mustScan = true;

    /// <summary>Says that an item of a length was read.</summary>
    public void Take(int length)
    {
        longest = Math.Max(longest, length);
        (scan, mustScan) = (default, false);
    }
}
