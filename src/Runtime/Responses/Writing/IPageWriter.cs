namespace Kiln.Runtime.Responses;

/// <summary>The opposite of reading pages: what a service would send.</summary>
internal interface IPageWriter
{
    /// <summary>The position that a request asks for; null for the first page.</summary>
    string? PositionOf(Uri url, ReadOnlySpan<byte> body);
}

/// <summary>Writes pages of items.</summary>
internal interface IPageWriter<in TItem>
{
    IReadOnlyList<WrittenPage> WritePages(IEnumerable<IReadOnlyList<TItem>> pages, Uri url);
}

/// <summary>Writes pages that are given whole.</summary>
internal interface IWholePageWriter<in TPage>
{
    IReadOnlyList<WrittenPage> WriteWholePages(IReadOnlyList<TPage> pages, Uri url);
}

/// <summary>The opposite of reading a stream: what a service would send for its items.</summary>
internal interface IStreamWriter<in TItem>
{
    WrittenBody WriteItems(IEnumerable<TItem> items);
}
