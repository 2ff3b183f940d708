using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Paging;

/// <summary>The place of a value in a response: in its body or its headers. Immutable.</summary>
/// <param name="place">A JSON pointer (RFC 6901) into the body, which begins with a slash, or the name of a header, which can have none.</param>
internal sealed class PageOutput(string place)
{
    public string Place => place;

    /// <summary>The place in the body; null for a header.</summary>
    public JsonPointer? Pointer { get; } = place.StartsWith('/') ? new(place) : null;

    /// <summary>The header; null for a place in the body.</summary>
    public string? Header => Pointer is null ? place : null;

    /// <summary>The text of the value; null for none.</summary>
    public string? Find(ReceivedPage page) => Pointer is null ? page.Header(place) : page.Text(Pointer);
}
