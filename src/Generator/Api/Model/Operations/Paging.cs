using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>How the pages of an operation are read: its <c>x-kiln-paging</c>, checked against its parameters and its responses.</summary>
/// <param name="Kind">How the next page is asked for.</param>
/// <param name="Input">Where the cursor, the offset, the page number or the key of the last item is sent; <see langword="null"/> for next links.</param>
/// <param name="Next">Where a page has the cursor of the next one, or the link to it; <see langword="null"/> for the kinds that need none.</param>
/// <param name="Items">The path from the body to the array of items; without fields if the body is that array.</param>
internal sealed record Paging(PagingKind Kind, PageInput? Input, PageOutput? Next, FieldPath Items)
{
    /// <summary>The path from an item to the key that the next page begins behind; for <see cref="PagingKind.LastItem"/> only.</summary>
    public FieldPath? LastItemKey { get; init; }

    /// <summary>The path from the body to a boolean that is false on the last page.</summary>
    public FieldPath? HasMore { get; init; }

    /// <summary>Where a page has the number of all items.</summary>
    public PageOutput? Total { get; init; }

    /// <summary>The path from the body to the number of all pages; for <see cref="PagingKind.PageNumber"/> only.</summary>
    public FieldPath? TotalPages { get; init; }

    /// <summary>The number of the first page, 0 or 1; for <see cref="PagingKind.PageNumber"/> only.</summary>
    public int FirstPage { get; init; } = 1;

    /// <summary>Cursors that mean that there is no next page, as null and the empty string always do.</summary>
    public EquatableArray<string> EndCursors { get; init; } = [];

    /// <summary>Query parameters that are sent with the first page only.</summary>
    public EquatableArray<string> FirstPageOnly { get; init; } = [];

    /// <summary>Where the number of items of a page is sent; with its maximum, if it has one, unless the caller sets it.</summary>
    public PageInput? PageSize { get; init; }

    /// <summary>The boolean query parameter that asks for the total alone.</summary>
    public string? CountOnly { get; init; }

    /// <summary>Whether the total can be asked for without all the items: alone, or with the smallest page.</summary>
    public bool CanCount => CountOnly is not null || (Total is not null && PageSize is not null);

    /// <summary>Whether Kiln has inferred it, and the document does not say it.</summary>
    public bool IsInferred { get; init; }
}

/// <summary>How the next page is asked for.</summary>
internal enum PagingKind
{
    /// <summary>By a text or number that the page before it has.</summary>
    Cursor,

    /// <summary>By a URL that the page before it has.</summary>
    NextLink,

    /// <summary>By the number of items before it.</summary>
    Offset,

    /// <summary>By its number.</summary>
    PageNumber,

    /// <summary>By the key of the last item before it.</summary>
    LastItem,
}

/// <summary>A place of a request.</summary>
/// <param name="Name">The name of a query parameter, or a JSON pointer (RFC 6901) into the JSON body.</param>
/// <param name="InBody">Whether it is a place of the body.</param>
internal sealed record PageInput(string Name, bool InBody = false)
{
    /// <summary>Whether the value of the body is written as the JSON that it is, such as a number, and not as a string.</summary>
    public bool IsJson { get; init; }
}

/// <summary>A place of a response: of its body or its headers.</summary>
/// <param name="Field">The path from the body to the value; <see langword="null"/> for a header.</param>
/// <param name="Header">The name of the header; of <c>Link</c>, the link of the relation <c>next</c> (RFC 8288). <see langword="null"/> for a place of the body.</param>
internal sealed record PageOutput(FieldPath? Field, string? Header = null);

/// <summary>The path from a body to a value in it.</summary>
/// <example><c>/pagination/nextCursor</c></example>
/// <param name="Pointer">The JSON pointer (RFC 6901).</param>
/// <param name="Fields">The names of the properties that it goes through.</param>
internal sealed record FieldPath(string Pointer, EquatableArray<string> Fields);
