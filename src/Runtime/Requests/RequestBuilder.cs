using Kiln.Runtime.Http;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests;

/// <summary>What every emitted request builder derives from: Kiota's request builder, whose URL is built without templates.</summary>
/// <remarks>Never changes once made; safe for all threads if its adapter is, as Kiota's is.</remarks>
public abstract class RequestBuilder : BaseRequestBuilder
{
    // Kiota's builder copies it; ours keep the path's values in fields of their own.
    private static readonly Dictionary<string, object> NoPathParameters = [];

    private readonly string? rawUrl;

    /// <summary>Makes a builder below the adapter's base URL.</summary>
    /// <param name="requestAdapter">What sends the requests.</param>
    /// <param name="urlTemplate">The path as the document has it (RFC 6570); telemetry names calls by it.</param>
    protected RequestBuilder(IRequestAdapter requestAdapter, string urlTemplate)
        : base(requestAdapter, urlTemplate, NoPathParameters)
    {
    }

    /// <summary>Makes a builder for a URL that was given whole.</summary>
    /// <exception cref="ArgumentException">The URL is not absolute, not of http or https, or not valid Unicode.</exception>
    protected RequestBuilder(IRequestAdapter requestAdapter, string urlTemplate, string rawUrl)
        : base(requestAdapter, urlTemplate, rawUrl)
    {
        if (!Uri.TryCreate(rawUrl, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || JsonUnicode.HasUnpaired(rawUrl))
            throw new ArgumentException("The URL must be an absolute one of http or https.", nameof(rawUrl));
        this.rawUrl = rawUrl;
    }

    /// <summary>Begins a URL: at the adapter's base URL, or with the whole URL that was given.</summary>
    /// <exception cref="InvalidOperationException">The adapter has no base URL.</exception>
    protected UrlBuilder CreateUrlBuilder()
    {
        if (rawUrl is not null)
            return new(rawUrl, isWhole: true);
        if (string.IsNullOrEmpty(RequestAdapter.BaseUrl))
            throw new InvalidOperationException("The request adapter has no base URL.");
        return new(RequestAdapter.BaseUrl.TrimEnd('/'), isWhole: false);
    }

    /// <summary>An adapter as a client sees it: with the server of the client's document, for the client's own requests, where the adapter has no base URL.</summary>
    /// <param name="requestAdapter">What sends the requests. It is not changed, so that clients of other servers may share it.</param>
    /// <param name="baseUrl">An absolute URL.</param>
    protected static IRequestAdapter WithDefaultBaseUrl(IRequestAdapter requestAdapter, string baseUrl)
    {
        ArgumentNullException.ThrowIfNull(requestAdapter);
        return new ClientRequestAdapter(ClientRequestAdapter.SharedBy(requestAdapter), baseUrl);
    }

    /// <summary>Makes the request, not sent.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="url">Its URL.</param>
    /// <param name="configuration">The caller's headers and options; the query is in the URL already.</param>
    /// <param name="accept">The media types to ask for, unless the caller has set <c>Accept</c>; null for no such header.</param>
    /// <param name="authenticate">Whether authentication providers are asked; false for an operation with <c>security: []</c>.</param>
    protected RequestInformation CreateRequest<TQuery>(
        Method method, ref UrlBuilder url, RequestConfiguration<TQuery> configuration, string? accept, bool authenticate = true)
        where TQuery : class, new()
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var request = new RequestInformation { HttpMethod = method, UrlTemplate = UrlTemplate, URI = url.ToUri() };
        request.AddHeaders(configuration.Headers);
        request.AddRequestOptions(configuration.Options);
        if (!authenticate)
            request.AddRequestOptions([AnonymousRequestOption.Instance]);
        if (accept is not null)
            request.Headers.TryAdd("Accept", accept);
        return request;
    }
}
