using System.Text.Json;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Streaming;

/// <summary>
/// Items behind record separators (RFC 7464). A service that was interrupted may leave an item unfinished and go on with the next one, so that such an item is reported and left out.
/// </summary>
internal sealed class SequenceFrame() : SeparatedFrame(Separator)
{
    private const byte Separator = 0x1E;

    private WireFormatException? error;

    protected override bool Find(BodyReadBuffer window, ReadContext context)
    {
        if (error is not null && !TryLeaveOut(window, context))
            return false;
        SkipWhiteSpace(window);
        // Several separators in a row have nothing between them (section 2.1).
        while (window.Bytes is [Separator, ..])
        {
            window.Consume(1);
            SkipWhiteSpace(window);
        }
        IsEnd = window.IsEnd && window.Bytes.IsEmpty;
        return !window.Bytes.IsEmpty;
    }

    public override void CutOff()
    {
    }

    public override void Take(BodyReadBuffer window, ReadContext context, int length)
    {
        error = null;
        base.Take(window, context, length);
    }

    // Of a number that is followed by nothing, more digits may have been meant; of a literal, the same is said (section 2.4).
    public override void CheckEnd(BodyReadBuffer window, ReadContext context, int end)
    {
        var bytes = window.Bytes;
        if (bytes[0] is (byte)'{' or (byte)'[' or (byte)'"')
            return;
        if (end == bytes.Length)
            context.ThrowIfPartial();
        if (end == bytes.Length || bytes[end] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            throw new WireFormatException("a number or literal without a line end behind it may not be whole", context.Path(), window.Offset);
    }

    public override bool GoesOnAfter(WireFormatException error)
    {
        if (error.Violation is not null)
            return false;
        (this.error, Searched) = (error, 0);
        return true;
    }

    /// <summary>Goes to the separator behind an item that is not JSON.</summary>
    /// <returns>Whether it has come.</returns>
    private bool TryLeaveOut(BodyReadBuffer window, ReadContext context)
    {
        var next = window.Bytes[Searched..].IndexOf(Separator);
        if (next < 0 && !window.IsEnd)
        {
            Searched = window.Bytes.Length;
            return false;
        }
        context.IsPartial = false;
        if (context.IsReporting)
            context.Report("a whole JSON text", "one that is not whole", error!.ByteOffset);
        context.IsPartial = !window.IsEnd;
        Take(window, context, next < 0 ? window.Bytes.Length : Searched + next);
        return true;
    }
}
