using System.Globalization;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Paging;

/// <summary>Where the number of items of a page is sent. Immutable and thread-safe.</summary>
public sealed class PageSize
{
    private readonly PageInput input;
    private readonly long? size;
    private readonly long least;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="input">The name of a query parameter, or a JSON pointer (RFC 6901) into the JSON body.</param>
    /// <param name="size">The number that is sent unless the caller has set one; null, the default, to send none.</param>
    /// <param name="least">The least number that the service takes.</param>
    /// <param name="inBody">Whether the input is a place of the body.</param>
    public PageSize(string input, long? size = null, long least = 1, bool inBody = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(input);
        (this.input, this.size, this.least) = (new(input, inBody, isJson: true), size, least);
    }

    /// <summary>Sets the size, unless the request has one.</summary>
    internal void AddTo(RequestInformation request)
    {
        if (size is { } number && input.Find(request) is null)
            input.Add(request, Text(number));
    }

    /// <summary>Sets the smallest size.</summary>
    internal void SetToLeast(RequestInformation request) => input.Set(request, Text(least));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
