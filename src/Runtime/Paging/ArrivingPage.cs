using System.Buffers;
using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Paging;

/// <summary>
/// A page whose items are read while the rest of it is still arriving. In memory are a piece of the body and what stands around the items; the
/// latter is read as the page itself at the end, with an empty list in the items' place.
/// </summary>
internal sealed class ArrivingPage<TItem> : IAsyncDisposable
{
    private const int LongItem = 64 * 1024;

    private readonly Answer answer;
    private readonly BodyWindow window;
    private readonly ReadOptions options;
    private readonly WireType<TItem> item;
    private readonly ItemsLocator locator;
    private readonly ReadContext context;
    private readonly ArrayBufferWriter<byte> envelope = new();
    private readonly int itemDepth;
    private Part part;
    private int index;
    private int longest;
    private int tooFew;
    private int itemsPlace;
    private long itemsLength;
    private ResponseBodyException? failure;

    public ArrivingPage(Answer answer, Stream body, ReadOptions options, WireType<TItem> item, JsonPointer pointer)
    {
        (this.answer, this.options, this.item) = (answer, options, item);
        window = new(answer, body, options);
        locator = new(pointer.Tokens, options.MaxDepth);
        context = new(options, long.MaxValue);
        foreach (var token in pointer.Tokens)
        {
            context.Enter();
            context.At(token);
        }
        context.Enter();
        context.At(0);
        itemDepth = context.Depth;
    }

    /// <summary>Reads on until there are items.</summary>
    /// <param name="batch">Takes them; what it held is gone.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether there were items; false at the end of the page.</returns>
    public async ValueTask<bool> ReadAsync(List<TItem> batch, CancellationToken cancellationToken)
    {
        batch.Clear();
        while (true)
        {
            if (failure is null)
                ReadOn(batch);
            if (batch.Count > 0)
                return true;
            if (failure is not null)
                throw failure;
            if (part == Part.End)
                return false;
            await window.FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What the page says beside its items, when all of it has come.</summary>
    public TPage ReadEnvelope<TPage>(WireType<TPage> type)
    {
        try
        {
            JsonBody.ThrowIfEmpty(answer, envelope.WrittenMemory);
            return WireJson.Read(type, envelope.WrittenSpan, options);
        }
        catch (WireFormatException e)
        {
            var offset = e.ByteOffset > itemsPlace ? e.ByteOffset + itemsLength : e.ByteOffset;
            throw Wrap(envelope.WrittenMemory, new WireFormatException(e.Reason, e.Path ?? "$", offset, e.Violation, e));
        }
    }

    /// <summary>The error of a page that has its items in two places, of which the last would have to count.</summary>
    public ResponseBodyException ItemsTwice() => answer.Unreadable("that holds its list of items twice", envelope.WrittenMemory);

    /// <summary>The error of a page that has something else at a place that it is walked by.</summary>
    public ResponseBodyException Unexpected(string problem, JsonPointer place) =>
        Wrap(envelope.WrittenMemory, new WireFormatException(problem, "$" + place.ToString().Replace('/', '.'), 0));

    public async ValueTask DisposeAsync()
    {
        context.Dispose();
        using (answer)
            await window.DisposeAsync().ConfigureAwait(false);
    }

    private void ReadOn(List<TItem> batch)
    {
        if (part == Part.Before)
            Locate();
        if (part == Part.Items)
            ReadItems(batch);
        if (part == Part.After)
            KeepRest();
    }

    private void Locate()
    {
        // A byte order mark is no JSON, but may stand before it.
        if (window.Offset == 0 && window.Bytes.Length < 3 && !window.IsEnd)
            return;
        if (window.Offset == 0)
            Keep(window.Bytes.Length - WireJson.SkipByteOrderMark(window.Bytes).Length);

        try
        {
            if (locator.Find(window.Bytes, out var consumed))
                part = Part.Items;
            Keep(consumed);
        }
        catch (JsonException)
        {
            // Whatever it is, it is read as a page when all of it has come, which says best what is wrong.
            part = Part.After;
        }
        if (part == Part.Items)
            itemsPlace = envelope.WrittenCount;
        else if (window.IsEnd)
            part = Part.After;
    }

    private void ReadItems(List<TItem> batch)
    {
        context.Budget.Start();
        context.OffsetBase = window.Offset;
        context.MoreComes = !window.IsEnd;
        var bytes = window.Bytes;
        var place = 0;
        try
        {
            while (NextItem(bytes, ref place) && IsLikelyWhole(bytes, place))
            {
                var reader = new WireReader(bytes, context, place, itemDepth);
                reader.Next();
                if (item.TryRead(ref reader, out var value))
                    batch.Add(value);
                else
                    LeaveOut(ref reader);
                longest = Math.Max(longest, reader.Position - place);
                tooFew = 0;
                place = reader.Position;
                context.At(++index);
                context.Commit();
                Consume(place);
                bytes = window.Bytes;
                place = 0;
                context.OffsetBase = window.Offset;
            }
        }
        catch (MoreComesException)
        {
            tooFew = bytes.Length - place;
            context.Rewind(itemDepth);
        }
        catch (WireFormatException e)
        {
            // What came before it is good, and is handed out first.
            failure = Wrap(window.Memory, e);
        }
    }

    private void LeaveOut(ref WireReader reader)
    {
        reader.Report(item.Expected);
        reader.Skip();
    }

    /// <summary>Goes to the next item. False where the list ends, or nothing can be said yet.</summary>
    private bool NextItem(ReadOnlySpan<byte> bytes, ref int place)
    {
        place = JsonScan.SkipWhiteSpace(bytes, place);
        if (place < bytes.Length && bytes[place] == ']')
        {
            Consume(place);
            part = Part.After;
            return false;
        }
        if (index > 0 && place < bytes.Length)
        {
            if (bytes[place] != ',')
                throw new WireFormatException("no comma between two items", context.Path(), context.OffsetBase + place);
            place = JsonScan.SkipWhiteSpace(bytes, place + 1);
        }
        if (place < bytes.Length)
            return true;
        if (window.IsEnd)
            throw new WireFormatException("the text ends before the value does", context.Path(), context.OffsetBase + place);
        return false;
    }

    // An item that is cut off must be read again, so one is only begun if it should be there: as long as any before, or ending like one.
    private bool IsLikelyWhole(ReadOnlySpan<byte> bytes, int place) =>
        window.IsEnd || (HasGrown(bytes.Length - place) && (bytes.Length - place >= longest || bytes[^1] is (byte)'}' or (byte)']' or (byte)','));

    // A long one that was cut off waits for a good part more, or small pieces would have it read once for each of them.
    private bool HasGrown(int count) => tooFew < LongItem || count - tooFew >= tooFew / 8;

    private void Consume(int count)
    {
        itemsLength += count;
        window.Consume(count);
    }

    private void Keep(int count)
    {
        envelope.Write(window.Bytes[..count]);
        window.Consume(count);
    }

    private void KeepRest()
    {
        Keep(window.Bytes.Length);
        if (window.IsEnd)
            part = Part.End;
    }

    private ResponseBodyException Wrap(ReadOnlyMemory<byte> received, WireFormatException e) => JsonBody.Wrap(answer, received, e);

    private enum Part
    {
        Before,
        Items,
        After,
        End,
    }
}
