using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Paging;

/// <summary>How the next page of an operation is found and asked for. Immutable and thread-safe.</summary>
/// <remarks>
/// An input is the name of a query parameter or, with <c>inBody</c>, a JSON pointer (RFC 6901) into the JSON body of the request. An output is a JSON pointer into the body of
/// the response, which begins with a slash, or the name of a header.
/// </remarks>
public abstract class PagingMethod
{
    /// <summary>The longest text of a position. Servers take URLs of some 8,000 to 64,000 characters.</summary>
    internal const int LongestPosition = 32 * 1024;

    private protected PagingMethod()
    {
    }

    internal abstract PagingKind Kind { get; }

    /// <summary>How messages name a position.</summary>
    internal abstract string PositionName { get; }

    /// <summary>The values of a page's body that say whether there is a next one.</summary>
    internal virtual IReadOnlyList<JsonPointer> Places => [];

    /// <summary>Whether positions are compared with all before. Numbers that grow need not be.</summary>
    internal virtual bool RemembersPositions => true;

    /// <summary>Takes what must be known of the items of a page; null for nothing.</summary>
    internal virtual ItemsTrace? CreateTrace() => null;

    /// <summary>Returns a method for pages that have the cursor of the next one.</summary>
    /// <param name="input">Where the cursor is sent.</param>
    /// <param name="output">Where a page has the cursor of the next one. The last one has none, or null or an empty one.</param>
    /// <param name="inBody">Whether the input is a place of the body.</param>
    /// <param name="isJson">Whether the cursor is written into the body as the JSON that it is, such as a number, and not as a string.</param>
    public static PagingMethod Cursor(string input, string output, bool inBody = false, bool isJson = false) => new CursorMethod(new(input, inBody, isJson), new(output));

    /// <summary>Returns a method for pages that have a link to the next one. It is resolved against the URL of its page, and must be of the same origin (RFC 6454).</summary>
    /// <param name="output">Where a page has the link; in the header <c>Link</c>, it is the one of the relation <c>next</c> (RFC 8288).</param>
    public static PagingMethod NextLink(string output) => new NextLinkMethod(new(output));

    /// <summary>Returns a method for pages that are asked for by the number of items before them.</summary>
    /// <param name="input">Where the number is sent; a page that is asked for without it has none before it.</param>
    /// <param name="inBody">Whether the input is a place of the body.</param>
    public static PagingMethod Offset(string input, bool inBody = false) => new OffsetMethod(new(input, inBody, isJson: true));

    /// <summary>Returns a method for pages that are asked for by their number.</summary>
    /// <param name="input">Where the number is sent; a page that is asked for without it is the first one.</param>
    /// <param name="firstPage">The number of the first page.</param>
    /// <param name="inBody">Whether the input is a place of the body.</param>
    public static PagingMethod PageNumber(string input, int firstPage = 1, bool inBody = false) => new PageNumberMethod(new(input, inBody, isJson: true), firstPage);

    /// <summary>Returns a method for pages that are asked for by the key of the last item before them.</summary>
    /// <param name="input">Where the key is sent.</param>
    /// <param name="key">The JSON pointer (RFC 6901) from an item to its key.</param>
    /// <param name="inBody">Whether the input is a place of the body.</param>
    /// <param name="isJson">Whether the key is written into the body as the JSON that it is, such as a number or an array, and not as a string.</param>
    public static PagingMethod LastItem(string input, string key, bool inBody = false, bool isJson = false) => new LastItemMethod(new(input, inBody, isJson), new(key));

    /// <summary>Why a text cannot be a position; null if it can.</summary>
    internal virtual string? ProblemOf(string position) => null;

    /// <summary>Lets a request ask for the page at a position.</summary>
    /// <returns>Why it cannot; null if it can.</returns>
    internal abstract string? Apply(RequestInformation request, string position);

    /// <summary>The position that a request without one of the walk's asks for because the caller has set it; null for none.</summary>
    internal virtual string? Find(RequestInformation request) => null;

    /// <summary>Whether a position is that of the first page.</summary>
    internal virtual bool IsFirst(string? position) => position is null;

    /// <summary>The position that a request asks for that was sent; null for none.</summary>
    internal abstract string? Find(Uri url, ReadOnlySpan<byte> body);

    /// <summary>The position of the next page; null at the end.</summary>
    /// <param name="page">The page before it. It does not say itself that it is the last one.</param>
    /// <param name="problem">Why the walk cannot go on although it is not at its end; null otherwise.</param>
    internal abstract string? Next(ReceivedPage page, out string? problem);

    /// <summary>The position of a page that is made up, for tests.</summary>
    /// <param name="page">What stands before it.</param>
    internal abstract string MakeUp(MadeUpPage page);

    /// <summary>Where a page that is made up has the position of the next one; null if it does not have it.</summary>
    internal virtual PageOutput? Output => null;
}
