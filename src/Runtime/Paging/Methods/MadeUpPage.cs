namespace Kiln.Runtime.Paging;

/// <summary>What a position of a page that is made up is made of.</summary>
/// <param name="Index">The place of the page, from 0.</param>
/// <param name="Before">How many items the pages before it have.</param>
/// <param name="LastItem">The JSON of the last item before it.</param>
/// <param name="Url">The URL of the first page.</param>
internal sealed record MadeUpPage(int Index, int Before, ReadOnlyMemory<byte> LastItem, Uri Url);
