using Kiln.Runtime.Http;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests;

/// <summary>The base class of emitted request builders: Kiota's request builder, whose URL is built without templates.</summary>
/// <remarks>Immutable; thread-safe if the adapter is, as Kiota's is.</remarks>
public abstract class RequestBuilder : BaseRequestBuilder
{
    // Kiota's builder copies it; ours keep the path's values in fields of their own.
    private static readonly Dictionary<string, object> NoPathParameters = [];

    private readonly string? rawUrl;

    /// <summary>Initializes a new builder for a path relative to the adapter's base URL.</summary>
    /// <param name="requestAdapter">The adapter that sends the requests.</param>
    /// <param name="urlTemplate">The path as a URI template (RFC 6570), by which telemetry names calls.</param>
    protected RequestBuilder(IRequestAdapter requestAdapter, string urlTemplate)
        : base(requestAdapter, urlTemplate, NoPathParameters)
    {
    }

    /// <summary>Initializes a new builder for an absolute URL.</summary>
    /// <exception cref="ArgumentException">The URL is not absolute, not of http or https, or not valid Unicode.</exception>
    protected RequestBuilder(IRequestAdapter requestAdapter, string urlTemplate, string rawUrl)
        : base(requestAdapter, urlTemplate, rawUrl)
    {
        if (!Uri.TryCreate(rawUrl, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || JsonUnicode.HasUnpaired(rawUrl))
            throw new ArgumentException("The URL must be an absolute http or https URL.", nameof(rawUrl));
        this.rawUrl = rawUrl;
    }

    /// <summary>Creates a URL builder that starts with the adapter's base URL, or with the absolute URL of this builder.</summary>
    /// <exception cref="InvalidOperationException">The adapter has no base URL.</exception>
    protected UrlBuilder CreateUrlBuilder()
    {
        if (rawUrl is not null)
            return new(rawUrl, isWhole: true);
        if (string.IsNullOrEmpty(RequestAdapter.BaseUrl))
            throw new InvalidOperationException("The request adapter has no base URL.");
        return new(RequestAdapter.BaseUrl.TrimEnd('/'), isWhole: false);
    }

    /// <summary>Returns an adapter that uses a base URL for the requests of one client where the given adapter has none.</summary>
    /// <param name="requestAdapter">The adapter that sends the requests. It is not changed, so that clients of other servers can share it.</param>
    /// <param name="baseUrl">The absolute base URL.</param>
    protected static IRequestAdapter WithDefaultBaseUrl(IRequestAdapter requestAdapter, string baseUrl)
    {
        ArgumentNullException.ThrowIfNull(requestAdapter);
        return new ClientRequestAdapter(ClientRequestAdapter.SharedBy(requestAdapter), baseUrl);
    }

    /// <summary>Creates the configuration of a request, as the caller wants it.</summary>
    protected static RequestConfiguration<TQuery> CreateConfiguration<TQuery>(Action<RequestConfiguration<TQuery>>? configure)
        where TQuery : class, new()
    {
        var configuration = new RequestConfiguration<TQuery>();
        configure?.Invoke(configuration);
        return configuration;
    }

    /// <summary>Creates a request without sending it.</summary>
    /// <param name="method">The method.</param>
    /// <param name="url">The URL with its query.</param>
    /// <param name="configuration">The headers and options of the caller.</param>
    /// <param name="accept">The value of the <c>Accept</c> header, unless the caller has set one; null for none.</param>
    /// <param name="authenticate">Whether the authentication provider adds credentials; false for an operation with <c>security: []</c>.</param>
    /// <returns>The request.</returns>
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
