using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Text;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Streaming;

/// <summary>Reads the items of events from their data.</summary>
internal sealed class EventData<T> : IDisposable
{
    // A path of each item begins with its index.
    private const int PathDepth = 1;

    private readonly EventStreamType<T> type;
    private readonly ReadContext context;
    private readonly ArrayBufferWriter<byte> joined = new();
    private EventObject? envelope;

    public EventData(EventStreamType<T> type, ReadOptions options)
    {
        this.type = type;
        context = new(options, long.MaxValue);
        context.Enter();
    }

    /// <summary>Puts several lines of data together, with a line feed between them.</summary>
    public void Join(EventParser parser, ReadOnlySpan<byte> bytes)
    {
        joined.ResetWrittenCount();
        joined.Write(parser.Data.Of(bytes));
        foreach (var line in parser.MoreData)
        {
            joined.Write("\n"u8);
            joined.Write(line.Of(bytes));
        }
    }

    /// <summary>The data of an event, whose lines were joined if it has several.</summary>
    public ReadOnlySpan<byte> Of(EventParser parser, ReadOnlySpan<byte> bytes) => parser.DataLines > 1 ? joined.WrittenSpan : parser.Data.Of(bytes);

    /// <summary>Reads the item of an event, whose lines were joined if it has several.</summary>
    /// <returns>False if it is not of the type, which is reported.</returns>
    /// <exception cref="WireFormatException">It is not JSON.</exception>
    public bool TryRead(EventParser parser, BodyReadBuffer window, long index, [MaybeNullWhen(false)] out T value)
    {
        Begin(index, window.Offset);
        if (type.Envelope != EventEnvelope.None)
            return TryReadEnvelope(parser, window, out value);
        if (type.IsText)
            return TryReadText(Of(parser, window.Bytes), window.Offset, out value);
        if (parser.DataLines == 1)
            return TryReadInPlace(parser, window, out value);
        return TryReadWhole(joined.WrittenSpan, 0, out value);
    }

    /// <summary>Reports an event that the stream ended in.</summary>
    public void ReportUnfinished(long index, long offset, Func<WireFormatException, Exception> unreadable)
    {
        Begin(index, offset);
        if (!context.IsReporting)
            return;
        try
        {
            context.Report("an empty line behind the event", "the end of the stream", offset);
        }
        catch (WireFormatException e)
        {
            throw unreadable(e);
        }
    }

    public void Dispose() => context.Dispose();

    private void Begin(long index, long offset)
    {
        context.At((int)Math.Min(index, int.MaxValue));
        context.Budget.Start();
        context.OffsetBase = offset;
        context.IsPartial = false;
    }

    // With what follows the data, as a reader that has more before it compares names faster. It cannot go past the line end by right: what it then finds is not JSON.
    private bool TryReadInPlace(EventParser parser, BodyReadBuffer window, [MaybeNullWhen(false)] out T value)
    {
        var bytes = window.Bytes;
        // What is reported is held back until it is certain.
        context.IsPartial = true;
        try
        {
            var reader = new WireReader(bytes, context, parser.Data.Start);
            reader.Next();
            if (type.Item.TryRead(ref reader, out value) && reader.Position <= parser.Data.End
                && (reader.Position == parser.Data.End || JsonScanner.SkipWhiteSpace(bytes[..parser.Data.End], reader.Position) == parser.Data.End))
            {
                context.Commit();
                return true;
            }
        }
        catch (Exception e) when (e is PartialBufferException or JsonException)
        {
            // Found out again without what follows, and then said.
        }
        context.Rewind(PathDepth);
        context.IsPartial = false;
        return TryReadWhole(bytes[..parser.Data.End], parser.Data.Start, out value);
    }

    private bool TryReadWhole(ReadOnlySpan<byte> json, int start, [MaybeNullWhen(false)] out T value)
    {
        // Some services keep a connection alive with such events.
        if (IsBlank(json[start..]))
        {
            if (context.IsReporting)
                context.Report(type.Item.Expected, "nothing", context.OffsetBase + start);
            value = default;
            return false;
        }
        var reader = new WireReader(json, context, start);
        try
        {
            reader.Next();
            var isItem = type.Item.TryRead(ref reader, out value);
            if (!isItem)
            {
                reader.Report(type.Item.Expected);
                reader.Skip();
            }
            reader.End();
            return isItem;
        }
        catch (JsonException e) when (e is not WireFormatException)
        {
            throw new WireFormatException(JsonText.Reason(e, context.MaxDepth), context.Path(), reader.Consumed);
        }
    }

    private bool TryReadText(ReadOnlySpan<byte> utf8, long offset, [MaybeNullWhen(false)] out T value)
    {
        var text = Encoding.UTF8.GetString(utf8);
        if (type.Item.TryParse(text, out value))
            return true;
        if (context.IsReporting)
            context.Report(type.Item.Expected, $"string \"{MessageText.OneLine(text)}\"", offset);
        return false;
    }

    private bool TryReadEnvelope(EventParser parser, BodyReadBuffer window, [MaybeNullWhen(false)] out T value)
    {
        var bytes = window.Bytes;
        var name = parser.Name.Of(bytes);
        var data = Of(parser, bytes);
        envelope ??= new();
        var isText = type.Envelope == EventEnvelope.Text || type.IsTextEvent(name) || IsBlank(data);
        return TryReadWhole(envelope.Write(parser.HasName, name, parser.HasId, parser.Id.Of(bytes), parser.Retry, data, isText ? null : context), 0, out value);
    }

    private static bool IsBlank(ReadOnlySpan<byte> data) => JsonScanner.SkipWhiteSpace(data, 0) == data.Length;
}
