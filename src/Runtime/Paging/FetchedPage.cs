using Kiln.Runtime.Responses;

namespace Kiln.Runtime.Paging;

/// <summary>A page that was asked for, whole or still arriving.</summary>
/// <param name="Value">What it is read as.</param>
/// <param name="Response">Its response.</param>
/// <param name="Asked">The URL that was asked, without credentials.</param>
/// <param name="Position">By which position it was asked for; null for none.</param>
internal sealed record FetchedPage<T>(T Value, RawResponse Response, Uri Asked, string? Position)
{
    /// <summary>The page when all of it has come.</summary>
    public ReceivedPage Received(ReadOnlyMemory<byte> rest, int count, PageTraversal walk, ItemsTrace? trace) =>
        new(Response, Asked, rest) { Position = Position, Count = count, CountSoFar = walk.CountSoFar(count), Trace = trace };
}
