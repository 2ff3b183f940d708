namespace Kiln.Generator.Shapes.Files;

/// <summary>How a parameter is written into a request.</summary>
/// <param name="Place">Where it is sent.</param>
/// <param name="WireName">Its name in the request.</param>
/// <param name="Wire">The runtime's <c>WireType</c> of its value, or of an item of a list that is appended item by item.</param>
/// <param name="Style">The member of the runtime's <c>ParameterStyle</c>; <see langword="null"/> for a single value, which needs none.</param>
/// <param name="AllowsReserved">Whether reserved characters are not percent-encoded.</param>
/// <param name="AllowsEmpty">Whether an empty list is sent.</param>
/// <example><c>(QueryList, "tags", "WireType.String", "Form", false, false)</c></example>
internal sealed record SentShape(SentPlace Place, string WireName, string Wire, string? Style, bool AllowsReserved, bool AllowsEmpty);

/// <summary>Which method of the runtime writes a parameter.</summary>
internal enum SentPlace
{
    Query,
    QueryList,
    QueryObject,
    QueryString,
    Header,
    Cookie,
}
