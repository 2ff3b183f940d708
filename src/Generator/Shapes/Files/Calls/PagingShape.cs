using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>How an operation's pages are enumerated.</summary>
/// <param name="PageType">The C# type of a page.</param>
/// <param name="ItemType">The C# type of an item.</param>
/// <param name="PageWire">The runtime's <c>WireType</c> of a page.</param>
/// <param name="ItemWire">The runtime's <c>WireType</c> of an item.</param>
/// <param name="Items">The properties that lead to the items; none if the page is the list of them.</param>
/// <param name="ItemsPointer">The JSON pointer of the items.</param>
/// <param name="Method">How the next page is found and asked for.</param>
/// <example><c>ItemType: "ThreatEvent", ItemsPointer: "/data", Method: ("Cursor", "cursor", "/pagination/nextCursor"), PageSize: ("limit", 1000)</c></example>
internal sealed record PagingShape(
    string PageType,
    string ItemType,
    string PageWire,
    string ItemWire,
    MemberPathShape Items,
    string ItemsPointer,
    PagingMethodShape Method)
{
    /// <summary>The cursors that mean the end.</summary>
    public EquatableArray<string> EndCursors { get; init; } = [];

    /// <summary>The JSON pointer of the boolean that is false on the last page; <see langword="null"/> for none.</summary>
    public string? HasMore { get; init; }

    /// <summary>The JSON pointer, or the header, of the number of all items; <see langword="null"/> for none.</summary>
    public string? Total { get; init; }

    /// <summary>The JSON pointer of the number of pages; <see langword="null"/> for none.</summary>
    public string? TotalPages { get; init; }

    /// <summary>The query parameters that only the first request has.</summary>
    public EquatableArray<string> FirstPageOnly { get; init; } = [];

    /// <summary>Where the size of a page is sent; <see langword="null"/> for nowhere.</summary>
    public PageSizeShape? PageSize { get; init; }

    /// <summary>The query parameter that asks for the number of items alone; <see langword="null"/> for none.</summary>
    public string? CountOnly { get; init; }

    /// <summary>The argument of that parameter; <see langword="null"/> if it need not be given.</summary>
    public string? CountArgument { get; init; }

    /// <summary>The method that asks for the number of items alone; <see langword="null"/> for none.</summary>
    public string? CountMethod { get; init; }

    /// <summary>Whether Kiln has inferred it.</summary>
    public bool IsInferred { get; init; }
}

/// <summary>A method of the runtime's <c>PagingMethod</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Input">The query parameter or JSON pointer that it sets; <see langword="null"/> for a link.</param>
/// <param name="Output">The JSON pointer or header in which it finds the next page; <see langword="null"/> for a number.</param>
/// <param name="InBody">Whether the input is a place of the request's body.</param>
/// <param name="IsJson">Whether the value is written there as the JSON that it is.</param>
/// <param name="FirstPage">The number of the first page.</param>
internal sealed record PagingMethodShape(string Name, string? Input, string? Output, bool InBody, bool IsJson, int FirstPage);

/// <summary>Where the size of a page is sent.</summary>
/// <param name="Input">The query parameter or JSON pointer.</param>
/// <param name="Size">The size that is sent unless the caller sets one; <see langword="null"/> for none.</param>
/// <param name="Least">The least size.</param>
/// <param name="InBody">Whether the input is a place of the request's body.</param>
/// <param name="Property">The property by which the caller sets it, or the argument; <see langword="null"/> in a body.</param>
internal sealed record PageSizeShape(string Input, long? Size, long Least, bool InBody, string? Property);
