namespace Kiln.Runtime.Streaming;

/// <summary>Specifies how the items of a body are separated.</summary>
public enum ItemStreamFormat
{
    /// <summary>JSON values, each on a line of its own (JSON Lines, newline-delimited JSON). Empty lines are skipped, and a value may also take several lines.</summary>
    Lines,

    /// <summary>JSON values, each after a record separator (RFC 7464).</summary>
    Sequence,

    /// <summary>The elements of one JSON array.</summary>
    Array,
}
