namespace Kiln.Runtime.Streaming;

/// <summary>Specifies whether an item is the whole event, and in which form it has the data.</summary>
public enum EventEnvelope
{
    /// <summary>An item is read from the data alone.</summary>
    None,

    /// <summary>An item is the event, whose <c>data</c> is a string.</summary>
    Text,

    /// <summary>An item is the event, whose <c>data</c> is JSON: the document describes it by <c>contentSchema</c>.</summary>
    Json,
}
