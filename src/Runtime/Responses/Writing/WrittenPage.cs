namespace Kiln.Runtime.Responses;

/// <summary>A page as a service would send it.</summary>
/// <param name="Position">The cursor, link, offset, page number or key by which the page is asked for; null for the first one.</param>
/// <param name="Body">The page.</param>
public sealed record WrittenPage(string? Position, WrittenBody Body);
