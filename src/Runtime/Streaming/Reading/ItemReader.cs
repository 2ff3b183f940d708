using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Streaming;

/// <summary>The items of one response, each of which is read when all of it has come. In memory is a piece of the body.</summary>
internal sealed class ItemReader<T> : IAsyncDisposable
{
    // A path of each item begins with its index.
    private const int PathDepth = 1;

    private readonly RawResponse response;
    private readonly ReadOptions options;
    private readonly BodyReadBuffer window;
    private readonly ResultReader<T> results;
    private readonly ErrorMap errors;
    private readonly ReadContext context;
    private readonly ItemFrame frame;

    public ItemReader(RawResponse response, Stream body, ReadOptions options, ItemStreamType<T> type, ErrorMap errors, TimeSpan idleTimeout)
    {
        (this.response, this.options, this.errors) = (response, options, errors);
        window = new(response, body, options, idleTimeout);
        results = new(type.Item, type.ResultProperty, type.ErrorProperty);
        context = new(options, long.MaxValue);
        context.Enter();
        context.At(0);
        frame = type.Format switch
        {
            ItemStreamFormat.Array => new ArrayFrame(),
            ItemStreamFormat.Sequence => new SequenceFrame(),
            _ => new LinesFrame(),
        };
    }

    /// <summary>Whether no item follows.</summary>
    public bool IsEnd => frame.IsEnd;

    /// <summary>Reads the next item of what has come.</summary>
    /// <returns>False if it has not come yet, or the stream is at its end.</returns>
    /// <exception cref="ServiceException">It cannot be read, or is an error.</exception>
    public bool TryRead([MaybeNullWhen(false)] out T value)
    {
        context.IsPartial = !window.IsEnd;
        while (true)
        {
            try
            {
                return TryReadNext(out value);
            }
            catch (PartialBufferException)
            {
                context.Rewind(PathDepth);
                frame.CutOff();
                value = default;
                return false;
            }
            catch (WireFormatException e)
            {
                // It is final, so what was found before it is certain.
                context.Commit();
                if (!frame.GoesOnAfter(e))
                    throw Unreadable(e);
                context.Rewind(PathDepth);
            }
        }
    }

    /// <summary>Waits for more of the body.</summary>
    /// <exception cref="ResponseBodyException">It broke off, or the item is too large.</exception>
    public ValueTask FillAsync(CancellationToken cancellationToken) => window.FillAsync(frame.Count, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        context.Dispose();
        using (response)
            await window.DisposeAsync().ConfigureAwait(false);
    }

    private bool TryReadNext([MaybeNullWhen(false)] out T value)
    {
        while (frame.MoveTo(window, context) && frame.MayBeWhole(window))
        {
            context.Budget.Start();
            context.OffsetBase = window.Offset;
            var reader = new WireReader(window.Bytes, context, depth: frame.Depth);
            reader.Next();
            var isItem = results.TryRead(ref reader, out var item);
            frame.CheckEnd(window, context, reader.Position);
            if (reader.Position > options.MaxBodyBytes)
                throw response.ItemTooLarge(options, window.Memory[..reader.Position], window.Offset).At(frame.Count);
            if (results.HasError)
                throw StreamErrors.Make(response, errors, window.Memory[results.Error]);
            context.Commit();
            frame.Take(window, context, reader.Position);
            if (isItem)
            {
                value = item!;
                return true;
            }
        }
        value = default;
        return false;
    }

    private ResponseBodyException Unreadable(WireFormatException e)
    {
        if (window.Offset == 0 && window.IsEnd && JsonBody.IsEmpty(window.Memory))
            return response.Unreadable("that is empty, where JSON was expected").At(frame.Count);
        return response.Unreadable(e, window.Memory, window.Offset).At(frame.Count);
    }
}
