using System.Text.Json;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Paging;

/// <summary>Describes the pages of an operation: where a page has its items, and how the next one is found. Immutable and thread-safe.</summary>
/// <typeparam name="TPage">The type of a page.</typeparam>
/// <typeparam name="TItem">The type of an item.</typeparam>
/// <remarks>
/// Places of a response are JSON pointers (RFC 6901) into its body, which begin with a slash, or, where it is said, names of headers. What the caller has set for a call is sent with
/// each page, except for the position of the page itself.
/// </remarks>
public sealed partial class PagingContract<TPage, TItem> : IBodyWriter<TPage>, IPageWriter, IPageWriter<TItem>, IWholePageWriter<TPage>
{
    private readonly PageOutput? total;
    private readonly PageOutput? totalPages;
    private readonly PageOutput? hasMore;

    /// <summary>Initializes a new description.</summary>
    /// <param name="page">The type of a page.</param>
    /// <param name="item">The type of an item.</param>
    /// <param name="errors">The types of the bodies of error responses.</param>
    /// <param name="items">Gets the items; null means none.</param>
    /// <param name="itemsPointer">The JSON pointer of the items in the body; empty if the body is the list of them.</param>
    /// <param name="method">How the next page is found and asked for.</param>
    public PagingContract(
        WireType<TPage> page, WireType<TItem> item, ErrorMap errors, Func<TPage, IReadOnlyList<TItem>?> items, string itemsPointer, PagingMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        Errors = errors;
        Items = items;
        ItemsPointer = new(itemsPointer);
        Page = page;
        Item = item;
        Method = method;
        Frame = new(ItemsPointer, method.Places);
    }

    /// <summary>Gets the cursors that mean the end, in addition to null and the empty string; some services send <c>"null"</c>.</summary>
    public IReadOnlyList<string> EndCursors { get; init; } = [];

    /// <summary>Gets the place of a boolean that is false on the last page; null, the default, for none.</summary>
    public string? HasMore
    {
        get => hasMore?.Place;
        init => hasMore = value is null ? null : new(value);
    }

    /// <summary>Gets the place of the number of all items, in the body or the name of a header; null, the default, for none.</summary>
    public string? Total
    {
        get => total?.Place;
        init => total = value is null ? null : new(value);
    }

    /// <summary>Gets the place of the number of all pages; null, the default, for none.</summary>
    public string? TotalPages
    {
        get => totalPages?.Place;
        init => totalPages = value is null ? null : new(value);
    }

    /// <summary>Gets where the number of items of a page is sent; null, the default, for nowhere.</summary>
    public PageSize? PageSize { get; init; }

    /// <summary>Gets the query parameters that are sent with the first page only.</summary>
    public IReadOnlyList<string> FirstPageOnly { get; init; } = [];

    /// <summary>Gets the boolean query parameter that asks for the number of all items alone; null, the default, for none.</summary>
    public string? CountOnly { get; init; }

    /// <summary>
    /// Gets the status codes beside 204 and 205 of responses that the document declares without a page, which end the enumeration; null if there are none, not even
    /// 204 and 205, so that a response without a page is an error.
    /// </summary>
    public IReadOnlyList<int>? EmptyStatusCodes { get; init; }

    Type IBodyWriter.ValueType => typeof(TPage);

    internal PagingMethod Method { get; }

    internal ErrorMap Errors { get; }

    internal Func<TPage, IReadOnlyList<TItem>?> Items { get; }

    internal JsonPointer ItemsPointer { get; }

    internal WireType<TPage> Page { get; }

    internal WireType<TItem> Item { get; }

    /// <summary>What a body needs to be a page.</summary>
    internal PageRequirements Frame { get; }

    /// <summary>A page that is read whole.</summary>
    internal BodyType<WholePage<TPage>> Body(ItemsTrace? trace) =>
        new JsonBody<WholePage<TPage>>(null, (json, options) => WholePage<TPage>.Read(Page, json, options, Frame, trace));

    /// <summary>The number of all items, of a page that must have it.</summary>
    /// <exception cref="InvalidOperationException">The document names none.</exception>
    internal BodyType<long> CountBody()
    {
        if (total is null)
            throw new InvalidOperationException("The document does not say where a page has the number of all items.");
        return new CountBody<TPage>(Page, new(ItemsPointer, Method.Places, total.Pointer), total);
    }

    /// <summary>The body of a page or a part of one, which may be absent if the document says so.</summary>
    internal BodyType<T?> Optional<T>(BodyType<T> body)
    {
        BodyType<T?> required = body!;
        return EmptyStatusCodes is { } codes ? new OptionalBody<T>(body, codes) : required;
    }

    /// <summary>Lets a request of the caller's ask for a page.</summary>
    /// <param name="request">The request.</param>
    /// <param name="position">The position of the page; null for the first one.</param>
    /// <returns>Why it cannot; null if it can.</returns>
    internal string? Prepare(RequestInformation request, string? position)
    {
        PageSize?.AddTo(request);
        if (position is null)
            return null;
        UrlQuery.Remove(request, FirstPageOnly);
        return Method.Apply(request, position);
    }

    /// <summary>Lets a request of the caller's ask for the number of all items, and for as little else as can be.</summary>
    internal void PrepareCount(RequestInformation request)
    {
        if (CountOnly is { } parameter)
            UrlQuery.Set(request, parameter, "true");
        else
            PageSize?.SetToLeast(request);
    }

    /// <summary>The position of the next page; null at the end.</summary>
    /// <param name="page">The page before it.</param>
    /// <returns>The position, and why the walk cannot go on although it is not at its end; null otherwise.</returns>
    /// <exception cref="ResponseBodyException">The page cannot be read.</exception>
    internal (string? Next, string? Problem) Next(ReceivedPage page)
    {
        string? problem = null;
        try
        {
            page.Total = page.Number(total);
            page.TotalPages = page.Number(totalPages);
            page.HasMore = bool.TryParse(hasMore?.Find(page), out var more) ? more : null;
            var next = page.HasMore == false ? null : Method.Next(page, out problem);
            return (string.IsNullOrEmpty(next) || EndCursors.Contains(next) ? null : next, problem);
        }
        catch (JsonException e)
        {
            throw page.Unreadable(e);
        }
    }
}
