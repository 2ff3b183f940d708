namespace Kiln.Generator.Changes.Findings;

/// <summary>How often something was seen in recorded traffic.</summary>
/// <param name="Count">The responses (or requests) in which it was seen.</param>
/// <param name="Total">Those in which it could have been seen: of the operation, status and media type.</param>
/// <param name="JsonPath">Where in the body: <c>$.data[*].siteId</c>; <see langword="null"/> for what is not in a body.</param>
/// <param name="Example">A value that was seen, with secrets masked; <see langword="null"/> for none.</param>
internal sealed record Observation(long Count, long Total, string? JsonPath, string? Example);
