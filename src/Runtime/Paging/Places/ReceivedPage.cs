using System.Globalization;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Paging;

/// <summary>A page when all of it has come: what the next one, and the number of all items, are found in.</summary>
/// <param name="response">The response, which may be closed; null for a page that is made up.</param>
/// <param name="asked">The URL that was asked, without credentials.</param>
/// <param name="rest">The JSON of the page without the items.</param>
internal sealed class ReceivedPage(RawResponse? response, Uri asked, ReadOnlyMemory<byte> rest)
{
    public Uri Asked => asked;

    /// <summary>The URL that has answered, after redirects.</summary>
    public Uri Answered => response?.RequestUri ?? asked;

    /// <summary>The position by which it was asked for: a cursor, a number and so on; null if neither the walk nor the caller has set one.</summary>
    public string? Position { get; init; }

    /// <summary>How many items it has, those included that could not be read.</summary>
    public int Count { get; init; }

    /// <summary>How many items are on this page and those before it; null if the walk has not begun with the first one.</summary>
    public long? CountSoFar { get; init; }

    /// <summary>Its items; null where the kind of paging does not need them.</summary>
    public ItemsTrace? Trace { get; init; }

    /// <summary>What the page says of whether there are more; null if it does not say.</summary>
    public bool? HasMore { get; set; }

    /// <summary>How many items all pages have; null if the page does not say.</summary>
    public long? Total { get; set; }

    /// <summary>How many pages there are; null if the page does not say.</summary>
    public long? TotalPages { get; set; }

    /// <summary>The text of a header; null for none.</summary>
    public string? Header(string name) => response?.Headers.GetText(name)?.Trim();

    /// <summary>The text of a value of the body; null for none.</summary>
    public string? Text(JsonPointer place) => JsonPlace.Find(rest.Span, place);

    /// <summary>The text of a value of the last item; null for none.</summary>
    public string? LastText(JsonPointer place) => Trace is { Last.IsEmpty: false } ? JsonPlace.Find(Trace.Last, place) : null;

    /// <summary>The number at a place; null for none. Negative numbers are those of services that do not know it.</summary>
    public long? Number(PageOutput? output) =>
        output?.Find(this) is { } text && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= long.MaxValue ? (long)number : null;

    /// <summary>A URL of the service without the credentials of the request, which it may repeat.</summary>
    public Uri WithoutCredentials(Uri url) => response?.WithoutCredentials(url) ?? url;

    /// <summary>A text of the service without the credentials of the request.</summary>
    public string WithoutCredentials(string text) => response?.Redacted(text) ?? text;

    /// <summary>The exception of a page that cannot be read.</summary>
    public Exception Unreadable(Exception e) => response?.Unreadable("that cannot be read: " + e.Message, inner: e) ?? e;
}
