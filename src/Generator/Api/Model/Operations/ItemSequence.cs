using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>A body that is a sequence of items, each of which can be read as soon as it has come.</summary>
/// <example>Server-sent events whose data are of one schema.</example>
/// <param name="Format">How an item is told from the next.</param>
/// <param name="Schema">The schema of an item.</param>
/// <param name="IsNullable">Whether JSON null is such an item too.</param>
internal sealed record ItemSequence(ItemFormat Format, Schema Schema, bool IsNullable = false)
{
    /// <summary>Whether an item is a whole event, as an object with <c>event</c>, <c>data</c>, <c>id</c> and <c>retry</c>, and in which form that has the data.</summary>
    public EventEnvelope Envelope { get; init; }

    /// <summary>The names of events whose data are text though those of others are JSON; empty for an event without a name.</summary>
    public EquatableArray<string> TextEvents { get; init; } = [];

    /// <summary>Texts that mean the end of the stream and are no items: <c>[DONE]</c>.</summary>
    public EquatableArray<string> EndMarkers { get; init; } = [];

    /// <summary>The names of events that are errors and no items; <see langword="null"/> for the runtime's own rule.</summary>
    public EquatableArray<string>? ErrorEvents { get; init; }

    /// <summary>The property that an item stands in, of an object that may have an error instead; <see langword="null"/> if the items are what is sent.</summary>
    public string? ResultProperty { get; init; }

    /// <summary>The property of the same object for the error that ends the stream; <see langword="null"/> for none.</summary>
    public string? ErrorProperty { get; init; }

    /// <summary>What a request says to be answered as a stream; <see langword="null"/> if nothing has to be said.</summary>
    public StreamFlag? Flag { get; init; }
}

/// <summary>How the items of a body are told from each other.</summary>
internal enum ItemFormat
{
    /// <summary>Server-sent events (HTML Standard, section 9.2).</summary>
    Events,

    /// <summary>JSON values, each in a line of its own.</summary>
    Lines,

    /// <summary>JSON values, each behind a record separator (RFC 7464).</summary>
    Sequence,

    /// <summary>The elements of a JSON array.</summary>
    Array,
}

/// <summary>What the item of a server-sent event is.</summary>
internal enum EventEnvelope
{
    /// <summary>Its data.</summary>
    None,

    /// <summary>The whole event, with its data as text.</summary>
    Text,

    /// <summary>The whole event, with its data as JSON.</summary>
    Json,
}
