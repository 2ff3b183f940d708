using System.Text.Json;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Streaming;

/// <summary>Finds where the items of a body begin, and whether one has come to its end.</summary>
internal abstract class ItemFrame
{
    /// <summary>How many brackets are open around an item.</summary>
    public virtual int Depth => 0;

    /// <summary>How many items have come, those included that could not be read.</summary>
    public long Count { get; private set; }

    /// <summary>Whether no item follows.</summary>
    public bool IsEnd { get; protected set; }

    /// <summary>Goes to the first byte of the next item.</summary>
    /// <returns>False at the end, and where nothing can be said yet.</returns>
    /// <exception cref="WireFormatException">Something else is there.</exception>
    public bool MoveTo(BodyReadBuffer window, ReadContext context) => !IsMark(window) && Find(window, context);

    /// <inheritdoc cref="MoveTo"/>
    protected abstract bool Find(BodyReadBuffer window, ReadContext context);

    /// <summary>Whether it is worth to read the item, whose first byte is the first one of the window.</summary>
    public abstract bool MayBeWhole(BodyReadBuffer window);

    /// <summary>Says that the item went on beyond the window.</summary>
    public abstract void CutOff();

    /// <summary>Says that an item was read, or left out, and goes past it.</summary>
    public virtual void Take(BodyReadBuffer window, ReadContext context, int length)
    {
        window.Consume(length);
        context.At((int)Math.Min(++Count, int.MaxValue));
    }

    /// <summary>Looks at what follows an item.</summary>
    /// <exception cref="JsonException">The item is not whole, though it could be read.</exception>
    /// <exception cref="PartialBufferException">That has not come yet.</exception>
    public virtual void CheckEnd(BodyReadBuffer window, ReadContext context, int end)
    {
    }

    /// <summary>Says that the item is not JSON. True if the next one can be found nevertheless.</summary>
    public virtual bool GoesOnAfter(WireFormatException error) => false;

    // The beginning of a byte order mark, of which the rest has not come yet.
    private static bool IsMark(BodyReadBuffer window) => window is { Offset: 0, IsEnd: false, Bytes: [0xEF] or [0xEF, 0xBB] };

    /// <summary>Goes past white space, and past a byte order mark, which may stand before the first item.</summary>
    protected static void SkipWhiteSpace(BodyReadBuffer window)
    {
        if (window.Offset == 0)
            window.Consume(window.Bytes.Length - JsonText.SkipByteOrderMark(window.Bytes).Length);
        // White space is consumed at once: without end, it would be looked at anew with each piece.
        if (window.Bytes is [<= (byte)' ', ..])
            window.Consume(JsonScanner.SkipWhiteSpace(window.Bytes, 0));
    }
}
