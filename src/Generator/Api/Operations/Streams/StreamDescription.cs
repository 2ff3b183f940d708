using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Operations.Streams;

/// <summary>What an <c>x-kiln-stream</c> says.</summary>
/// <param name="IsOff">Whether the body is no stream, whatever the document says else.</param>
internal sealed record StreamDescription(bool IsOff)
{
    /// <summary>The format; <see langword="null"/> for that of the media type.</summary>
    public ItemFormat? Format { get; init; }

    /// <summary>The schema of an item; <see langword="null"/> for the one that the media type has.</summary>
    public SchemaUse? Item { get; init; }

    /// <summary>Whether an item is the whole event; <see langword="null"/> for what its schema looks like.</summary>
    public bool? IsWholeEvent { get; init; }

    /// <summary>The end markers; <see langword="null"/> for the usual ones.</summary>
    public EquatableArray<string>? EndMarkers { get; init; }

    /// <summary>The names of events that are errors; <see langword="null"/> for the usual ones.</summary>
    public EquatableArray<string>? ErrorEvents { get; init; }

    public string? Result { get; init; }

    public string? Error { get; init; }

    /// <summary>What has to be said for a stream.</summary>
    public StreamFlag? Flag { get; init; }

    /// <summary>Whether nothing has to be said for it, whatever the operation looks like.</summary>
    public bool HasNoFlag { get; init; }

    /// <summary>What it makes of items, whose format and schema are what it says already.</summary>
    public ItemSequence AppliedTo(ItemSequence items) => items with
    {
        EndMarkers = EndMarkers ?? items.EndMarkers,
        ErrorEvents = ErrorEvents ?? items.ErrorEvents,
        ResultProperty = Result ?? items.ResultProperty,
        ErrorProperty = Error ?? items.ErrorProperty,
        Flag = HasNoFlag ? null : Flag ?? items.Flag,
    };
}
