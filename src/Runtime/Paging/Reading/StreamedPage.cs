using System.Buffers;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Paging;

/// <summary>
/// A page whose items are read while the rest of it is still arriving. In memory are a piece of the body and what stands around the items; the
/// latter is read as the page itself at the end, with an empty list in the items' place.
/// </summary>
internal sealed class StreamedPage<TItem> : IAsyncDisposable
{
    // A token before the items that is cut off must be looked at again from its start; so only when there is a good part more of it.
    private const int ShortToken = 1024;

    private readonly RawResponse response;
    private readonly BodyReadBuffer window;
    private readonly ReadOptions options;
    private readonly WireType<TItem> item;
    private readonly ItemsLocator locator;
    private readonly ReadContext context;
    private readonly ArrayBufferWriter<byte> envelope = new();
    private readonly int itemDepth;
    private Part part;
    private JsonItemEnd itemEnd;
    private bool isBehindComma;
    private int lookedAt;
    private int itemsPlace;
    private long itemsLength;
    private ExceptionDispatchInfo? failure;

    public StreamedPage(RawResponse response, Stream body, ReadOptions options, WireType<TItem> item, JsonPointer pointer)
    {
        (this.response, this.options, this.item) = (response, options, item);
        window = new(response, body, options);
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

    /// <summary>How many items have come, those included that were skipped or could not be read.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the body was empty. Known when all of it has come.</summary>
    public bool IsEmpty => Count == 0 && JsonBody.IsEmpty(envelope.WrittenMemory);

    /// <summary>How many items at the start of the page are not wanted. To be set before the first reading.</summary>
    public int Skip { get; init; }

    /// <summary>Takes the JSON of each item; null where nobody asks for it. To be set before the first reading.</summary>
    public ItemsTrace? Trace { get; init; }

    /// <summary>The JSON of the page without the items, when all of it has come.</summary>
    public ReadOnlyMemory<byte> Rest => envelope.WrittenMemory;

    /// <summary>Reads on until there are items.</summary>
    /// <param name="batch">Takes them; what it held is gone.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether there were items; false at the end of the page.</returns>
    public async ValueTask<bool> ReadAsync(List<PageItem<TItem>> batch, CancellationToken cancellationToken)
    {
        batch.Clear();
        while (true)
        {
            if (failure is null)
                ReadOn(batch);
            if (batch.Count > 0)
                return true;
            failure?.Throw();
            if (part == Part.End)
                return false;
            try
            {
                await window.FillAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (ResponseBodyException e)
            {
                // What arrived whole before the body broke off is good, and is handed out first.
                lookedAt = 0;
                ReadOn(batch);
                failure ??= ExceptionDispatchInfo.Capture(e);
            }
        }
    }

    /// <summary>What the page says beside its items, when all of it has come.</summary>
    /// <param name="type">The page.</param>
    /// <param name="frame">What it needs to be one.</param>
    /// <param name="change">Makes other options of the call's; null to take those.</param>
    public TPage ReadEnvelope<TPage>(WireType<TPage> type, PageRequirements frame, Func<ReadOptions, ReadOptions>? change = null)
    {
        try
        {
            JsonBody.ThrowIfEmpty(response, envelope.WrittenMemory);
            return WireJson.ReadPage(type, envelope.WrittenSpan, change?.Invoke(options) ?? options, frame, out _);
        }
        catch (WireFormatException e)
        {
            var offset = e.ByteOffset > itemsPlace ? e.ByteOffset + itemsLength : e.ByteOffset;
            throw response.Unreadable(new WireFormatException(e.Reason, e.Path ?? "$", offset, e.Violation), envelope.WrittenMemory);
        }
    }

    public async ValueTask DisposeAsync()
    {
        context.Dispose();
        using (response)
            await window.DisposeAsync().ConfigureAwait(false);
    }

    private void ReadOn(List<PageItem<TItem>> batch)
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
            Keep(window.Bytes.Length - JsonText.SkipByteOrderMark(window.Bytes).Length);
        if (lookedAt >= ShortToken && window.Bytes.Length < lookedAt + lookedAt / 4 && !window.IsEnd)
            return;

        try
        {
            if (locator.Find(window.Bytes, out var consumed))
                part = Part.Items;
            lookedAt = window.Bytes.Length - consumed;
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

    private void ReadItems(List<PageItem<TItem>> batch)
    {
        context.Budget.Start();
        context.IsPartial = !window.IsEnd;
        try
        {
            while (NextItem() && itemEnd.MayHaveCome(window.Bytes, window.IsEnd))
            {
                context.OffsetBase = window.Offset;
                var reader = new WireReader(window.Bytes, context, depth: itemDepth);
                reader.Next();
                ReadItem(ref reader, batch);
                Trace?.Add(window.Bytes[..reader.Position]);
                itemEnd.Take(reader.Position);
                isBehindComma = false;
                Consume(reader.Position);
                window.Progress();
                context.At(Count);
            }
        }
        catch (PartialBufferException)
        {
            itemEnd.CutOff();
            context.Rewind(itemDepth);
        }
        catch (Exception e)
        {
            // What came before it is good, and is handed out first: also when a callback of the caller's threw.
            failure = ExceptionDispatchInfo.Capture(e is WireFormatException wrong ? response.Unreadable(wrong, window.Memory, window.Offset) : e);
        }
    }

    private void ReadItem(ref WireReader reader, List<PageItem<TItem>> batch)
    {
        if (Count < Skip)
        {
            reader.Skip();
        }
        else if (item.TryRead(ref reader, out var value))
        {
            context.Commit();
            batch.Add(new(value, Count));
        }
        else
        {
            LeaveOut(ref reader);
            context.Commit();
        }
        Count++;
    }

    private void LeaveOut(ref WireReader reader)
    {
        reader.Report(item.Expected);
        reader.Skip();
    }

    /// <summary>Goes to the first byte of the next item. False where the list ends, or nothing can be said yet.</summary>
    private bool NextItem()
    {
        SkipWhiteSpace();
        if (window.Bytes.IsEmpty)
            return WaitForMore();
        if (window.Bytes[0] == ']' && !isBehindComma)
        {
            part = Part.After;
            return false;
        }
        if (Count > 0 && !isBehindComma)
        {
            if (window.Bytes[0] != ',')
                throw new WireFormatException("no comma between two items", context.Path(), window.Offset);
            Consume(1);
            isBehindComma = true;
            SkipWhiteSpace();
        }
        return !window.Bytes.IsEmpty || WaitForMore();
    }

    /// <summary>Always false: there is no item yet.</summary>
    /// <exception cref="WireFormatException">Nothing more comes.</exception>
    private bool WaitForMore() => window.IsEnd ? throw new WireFormatException("the text ends before the value does", context.Path(), window.Offset) : false;

    // White space is consumed at once: without end, it would be looked at anew with each piece.
    private void SkipWhiteSpace() => Consume(JsonScanner.SkipWhiteSpace(window.Bytes, 0));

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

    private enum Part
    {
        Before,
        Items,
        After,
        End,
    }
}

/// <summary>An item and its place in its page.</summary>
internal readonly record struct PageItem<T>(T Value, int Index);
