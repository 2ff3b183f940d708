using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>How an operation's pages are enumerated.</summary>
/// <param name="PageType">The C# type of a page.</param>
/// <param name="ItemType">The C# type of an item.</param>
/// <param name="PageWire">The runtime's <c>WireType</c> of a page.</param>
/// <param name="ItemWire">The runtime's <c>WireType</c> of an item.</param>
/// <param name="Items">The properties that lead to the items.</param>
/// <param name="ItemsPointer">The JSON pointer of the items.</param>
/// <param name="NextCursor">The properties that lead to the next cursor.</param>
/// <param name="NextCursorPointer">The JSON pointer of the next cursor.</param>
/// <param name="EndCursors">The cursors that mean the end.</param>
/// <param name="CursorProperty">The query property of the cursor.</param>
/// <param name="FirstPageOnly">The query properties that only the first request has.</param>
/// <param name="PageSizeProperty">The query property of the page size; <see langword="null"/> for none.</param>
/// <param name="PageSize">The page size that is asked for.</param>
/// <param name="CountMethod">The method that asks for the number of items alone; <see langword="null"/> for none.</param>
/// <param name="CountOnlyProperty">The query property that asks for the number of items alone; <see langword="null"/> for none.</param>
/// <param name="TotalPointer">The JSON pointer of the number of items.</param>
/// <param name="Total">The properties that lead to the number of items.</param>
/// <example><c>ItemType: "ThreatEvent", ItemsPointer: "/data", CursorProperty: "Cursor", PageSizeProperty: "Limit", PageSize: 1000</c></example>
internal sealed record PagingShape(
    string PageType,
    string ItemType,
    string PageWire,
    string ItemWire,
    MemberPathShape Items,
    string ItemsPointer,
    MemberPathShape NextCursor,
    string NextCursorPointer,
    EquatableArray<string> EndCursors,
    string CursorProperty,
    EquatableArray<string> FirstPageOnly,
    string? PageSizeProperty,
    long PageSize,
    string? CountMethod,
    string? CountOnlyProperty,
    string? TotalPointer,
    MemberPathShape? Total);
