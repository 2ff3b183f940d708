using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Streaming;

/// <summary>Items between which a certain byte stands. One behind which it has not come yet is found by its brackets.</summary>
internal abstract class SeparatedFrame(byte separator) : ItemFrame
{
    private JsonValueScanner scan;

    /// <summary>How much of the item was searched for the separator.</summary>
    protected int Searched { get; set; }

    /// <summary>Whether the separator cannot stand within an item.</summary>
    protected virtual bool EndsAtSeparator => true;

    public override bool MayBeWhole(BodyReadBuffer window)
    {
        if (window.IsEnd)
            return true;
        var rest = window.Bytes;
        if (EndsAtSeparator && rest[Searched..].Contains(separator))
            return true;
        Searched = rest.Length;
        return scan.IsWhole(rest);
    }

    public override void Take(BodyReadBuffer window, ReadContext context, int length)
    {
        (scan, Searched) = (default, 0);
        base.Take(window, context, length);
    }
}
