using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>How the pages of an operation are read: its <c>x-kiln-paging</c>, checked against its parameters and its response.</summary>
/// <param name="CursorParameter">The query parameter that takes a page's cursor.</param>
/// <param name="NextCursor">The path from the body to the next page's cursor.</param>
/// <param name="Items">The path from the body to the array of items.</param>
/// <param name="Total">The path from the body to the number of all items; <see langword="null"/> when the document names none.</param>
/// <param name="EndCursors">Cursors that mean that there is no next page, as null and the empty string always do.</param>
/// <param name="FirstPageOnly">Query parameters that are sent with the first page only.</param>
/// <param name="PageSize">The query parameter for the number of items of a page; sent with its maximum unless the caller sets it.</param>
/// <param name="CountOnly">The boolean query parameter that asks for the total alone.</param>
internal sealed record Paging(
    string CursorParameter,
    FieldPath NextCursor,
    FieldPath Items,
    FieldPath? Total,
    EquatableArray<string> EndCursors,
    EquatableArray<string> FirstPageOnly,
    string? PageSize,
    string? CountOnly);

/// <summary>The path from a body to a value in it.</summary>
/// <example><c>/pagination/nextCursor</c></example>
/// <param name="Pointer">The JSON pointer (RFC 6901).</param>
/// <param name="Fields">The names of the properties that it goes through.</param>
internal sealed record FieldPath(string Pointer, EquatableArray<string> Fields);
