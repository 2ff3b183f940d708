using System.Text;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Streaming;

/// <summary>Describes the events of a stream. Immutable and thread-safe.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
/// <param name="item">The type of an item, which is read from the data of an event: as JSON (RFC 8259), or as the text itself if <see cref="IsText"/> is set.</param>
public sealed class EventStreamType<T>(WireType<T> item) : IBodyWriter<T>, IStreamWriter<T>, IStreamWriter<ServerSentEvent<T>>
{
    private static readonly byte[][] DefaultErrors = ["error"u8.ToArray()];

    private readonly byte[][] endMarkers = [];
    private readonly byte[][] textEvents = [];
    private readonly byte[][]? errorEvents;

    /// <summary>Gets the data that end the stream, such as <c>[DONE]</c>. The default is none.</summary>
    public IReadOnlyList<string> EndMarkers
    {
        get => Strings(endMarkers);
        init => endMarkers = Bytes(value);
    }

    /// <summary>
    /// Gets the names of events that are not items, but errors that end the stream. The data of such an event are read as the body of an error with status 500 is. The default is
    /// <c>error</c>, or none if an item is the whole event (<see cref="Envelope"/>).
    /// </summary>
    public IReadOnlyList<string> ErrorEvents
    {
        get => Strings(Errors);
        init => errorEvents = Bytes(value);
    }

    /// <summary>Gets whether the data are the text of an item and not JSON. The default is true for <see cref="WireType.String"/>, and false otherwise.</summary>
    public bool IsText { get; init; } = ReferenceEquals(item, WireType.String);

    /// <summary>
    /// Gets whether an item is the whole event, as an object with the properties <c>event</c>, <c>id</c>, <c>retry</c> (an integer) and <c>data</c>, each of which is present if the event has
    /// that field (OpenAPI 3.2.0, "Server-Sent Event Streams"). The default is <see cref="EventEnvelope.None"/>.
    /// </summary>
    public EventEnvelope Envelope { get; init; }

    /// <summary>Gets the names of events whose data are a string although those of others are JSON (<see cref="EventEnvelope.Json"/>); an empty name is for events without one.</summary>
    public IReadOnlyList<string> TextEvents
    {
        get => Strings(textEvents);
        init => textEvents = Bytes(value);
    }

    Type IBodyWriter.ValueType => typeof(T);

    internal WireType<T> Item => item;

    private byte[][] Errors => errorEvents ?? (Envelope == EventEnvelope.None ? DefaultErrors : []);

    internal bool IsEndMarker(ReadOnlySpan<byte> data) => Has(endMarkers, data);

    internal bool IsError(ReadOnlySpan<byte> name) => Has(Errors, name);

    internal bool IsTextEvent(ReadOnlySpan<byte> name) => Has(textEvents, name);

    WrittenBody? IBodyWriter<T>.Write(T value) => EventWriter.Write(this, [value]);

    WrittenBody IStreamWriter<T>.WriteItems(IEnumerable<T> items) => EventWriter.Write(this, items);

    WrittenBody IStreamWriter<ServerSentEvent<T>>.WriteItems(IEnumerable<ServerSentEvent<T>> items) => EventWriter.Write(this, items);

    private static byte[][] Bytes(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return [.. texts.Select(Encoding.UTF8.GetBytes)];
    }

    private static string[] Strings(byte[][] texts) => [.. texts.Select(Encoding.UTF8.GetString)];

    private static bool Has(byte[][] texts, ReadOnlySpan<byte> text)
    {
        foreach (var one in texts)
        {
            if (text.SequenceEqual(one))
                return true;
        }
        return false;
    }
}
