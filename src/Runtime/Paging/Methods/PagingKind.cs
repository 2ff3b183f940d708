namespace Kiln.Runtime.Paging;

/// <summary>How the next page is asked for. The numbers are part of resume tokens.</summary>
internal enum PagingKind
{
    /// <summary>By a text that the page before it has.</summary>
    Cursor = 0,

    /// <summary>By a URL that the page before it has.</summary>
    NextLink = 1,

    /// <summary>By the number of items before it.</summary>
    Offset = 2,

    /// <summary>By its number.</summary>
    PageNumber = 3,

    /// <summary>By the key of the last item before it.</summary>
    LastItem = 4,
}
