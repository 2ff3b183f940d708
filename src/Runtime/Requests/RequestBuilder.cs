using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Kiln.Runtime.Authentication;
using Kiln.Runtime.Http;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests;

/// <summary>The base class of emitted request builders: Kiota's request builder, whose URL is built without templates.</summary>
/// <remarks>Immutable; thread-safe if the adapter is, as Kiota's is.</remarks>
public abstract class RequestBuilder : BaseRequestBuilder
{
    // Kiota's builder copies it; ours keep the path's values in fields of their own.
    private static readonly Dictionary<string, object> NoPathParameters = [];

    private string? rawUrl;

    /// <summary>Initializes a new builder for a path relative to the adapter's base URL.</summary>
    /// <param name="requestAdapter">The adapter that sends the requests.</param>
    /// <param name="urlTemplate">The path as a URI template (RFC 6570), by which telemetry names calls.</param>
    protected RequestBuilder(IRequestAdapter requestAdapter, string urlTemplate)
        : base(requestAdapter, urlTemplate, NoPathParameters)
    {
    }

    /// <summary>The adapter's base URL without a slash at its end; empty if it has none.</summary>
    internal string BaseUrl => RequestAdapter.BaseUrl?.TrimEnd('/') ?? "";

    /// <summary>The absolute URL of this builder, or the adapter's base URL.</summary>
    internal string StartOfUrl(out bool isWhole)
    {
        isWhole = rawUrl is not null;
        return rawUrl ?? BaseUrl;
    }

    private static void Complete(RequestInformation request, UrlBuilder path, CallSettings settings)
    {
        if (settings.ExtraQuery is { } extra)
        {
            foreach (var (name, value) in extra)
                path.AppendExtra(name, value);
        }
        // Sent by this runtime, the request takes the time limit from here.
        request.AddRequestOptions([settings]);
        if (!settings.FollowsRedirects)
            request.AddRequestOptions([NoRedirectsOption.Instance]);
    }

    /// <summary>Returns the same builder for an absolute URL.</summary>
    private protected RequestBuilder CopyWithUrl(string rawUrl)
    {
        ArgumentNullException.ThrowIfNull(rawUrl);
        if (!Uri.TryCreate(rawUrl, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || JsonUnicode.HasUnpaired(rawUrl))
            throw new ArgumentException("The URL must be an absolute http or https URL.", nameof(rawUrl));
        var copy = (RequestBuilder)MemberwiseClone();
        copy.rawUrl = rawUrl;
        // As Kiota's own constructor for such a URL has it.
        copy.PathParameters = new() { ["request-raw-url"] = rawUrl };
        return copy;
    }

    /// <summary>Returns an adapter that uses a base URL for the requests of one client where the given adapter has none.</summary>
    /// <param name="requestAdapter">The adapter that sends the requests. It is not changed, so that clients of other servers can share it.</param>
    /// <param name="baseUrl">The absolute base URL.</param>
    protected static IRequestAdapter WithDefaultBaseUrl(IRequestAdapter requestAdapter, string baseUrl)
    {
        ArgumentNullException.ThrowIfNull(requestAdapter);
        return new ClientRequestAdapter(ClientRequestAdapter.SharedBy(requestAdapter), baseUrl);
    }

    /// <summary>Creates the request without sending it.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path, whose values are percent-encoded: <c>$"/pets/{petId}"</c>.</param>
    /// <param name="configure">Configures query parameters, headers and options.</param>
    /// <param name="accept">The value of the <c>Accept</c> header, unless the caller has set one; null for none.</param>
    /// <param name="security">The credentials that the operation needs; null, the default, if those that the document says for all operations.</param>
    /// <param name="server">The URL of the operation's own server, which may be relative to the base URL; null, the default, for the base URL.</param>
    /// <param name="idempotencyHeader">
    /// The header for a key that is made for this request, unless the caller has set one; null, the default, for none, where a key of the caller's goes into <c>Idempotency-Key</c>.
    /// </param>
    /// <param name="contentTypes">The media types of the body between which the caller can choose; empty, the default, where any is accepted.</param>
    /// <returns>The request.</returns>
    protected RequestInformation CreateRequest<TQuery>(
        Method method, [InterpolatedStringHandlerArgument("")] UrlBuilder path, Action<CallConfiguration<TQuery>>? configure, string? accept,
        SecurityRequirement? security = null, string? server = null, string? idempotencyHeader = null, ReadOnlySpan<string> contentTypes = default)
        where TQuery : class, new()
    {
        var configuration = new CallConfiguration<TQuery>();
        configure?.Invoke(configuration);
        return Create(configuration, null, method, path, accept, security, server, idempotencyHeader, contentTypes);
    }

    /// <summary>Creates the request of an operation that has parameters in headers or cookies, without sending it.</summary>
    /// <inheritdoc cref="CreateRequest" path="param|returns"/>
    protected RequestInformation CreateRequestWithHeaders<TQuery, THeaders>(
        Method method, [InterpolatedStringHandlerArgument("")] UrlBuilder path, Action<CallConfiguration<TQuery, THeaders>>? configure, string? accept,
        SecurityRequirement? security = null, string? server = null, string? idempotencyHeader = null, ReadOnlySpan<string> contentTypes = default)
        where TQuery : class, new()
        where THeaders : class, IHeaderParameters, new()
    {
        var configuration = new CallConfiguration<TQuery, THeaders>();
        configure?.Invoke(configuration);
        return Create(configuration, configuration.HeaderParameters, method, path, accept, security, server, idempotencyHeader, contentTypes);
    }

    private RequestInformation Create<TQuery>(
        CallConfiguration<TQuery> configuration, IHeaderParameters? headers, Method method, UrlBuilder path, string? accept,
        SecurityRequirement? security, string? server, string? idempotencyHeader,
        ReadOnlySpan<string> contentTypes)
        where TQuery : class, new()
    {
        var request = new RequestInformation { HttpMethod = method, UrlTemplate = UrlTemplate };
        request.AddHeaders(configuration.Headers);
        if (security is not null)
            request.AddRequestOptions([security]);
        request.AddRequestOptions(configuration.Options);
        // Providers of others know this option only.
        if (request.GetRequestOption<SecurityRequirement>() is { Alternatives.Count: 0 })
            request.AddRequestOptions([AnonymousRequestOption.Instance]);
        var settings = configuration.Settings;
        settings?.AddHeadersTo(request, contentTypes);
        if (accept is not null)
            request.Headers.TryAdd("Accept", accept);
        if (configuration.QueryParameters is IQueryParameters parameters)
            parameters.AppendTo(path);
        headers?.AddTo(request);
        if (settings?.IdempotencyKey is not null || idempotencyHeader is not null)
            IdempotencyKeys.AddTo(request, settings?.IdempotencyKey, idempotencyHeader);
        if (settings is not null)
            Complete(request, path, settings);
        request.URI = path.ToUri(settings?.Server ?? ServerOf(server));
        return request;
    }

    // A URL that was given whole stays as it is, and so does the server of an adapter that all requests are to go to.
    private Uri? ServerOf(string? operationServer) =>
        operationServer is null || rawUrl is not null || ClientRequestAdapter.SharedBy(RequestAdapter) is ServiceRequestAdapter { IgnoresOperationServers: true }
            ? null
            : ServerUrl.Resolve(RequestAdapter.BaseUrl, operationServer);

    /// <summary>Returns the URL of a path, to which parameters that must be given are appended.</summary>
    /// <param name="path">The path, whose values are percent-encoded: <c>$"/pets/{petId}"</c>.</param>
    /// <returns>The URL, which starts with the base URL of this builder.</returns>
    protected UrlBuilder UrlFor([InterpolatedStringHandlerArgument("")] UrlBuilder path)
    {
        // The compiler makes the URL for this builder, so that the method is one of the instance.
        _ = RequestAdapter;
        return path;
    }

    /// <summary>Returns an argument that must be given.</summary>
    /// <exception cref="ArgumentNullException">It is null. The exception names the argument.</exception>
    protected static T RequireArgument<T>([NotNull] T? value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class => value ?? throw new ArgumentNullException(name);

    /// <summary>Sends a request and returns the body of the response.</summary>
    /// <param name="request">The request.</param>
    /// <param name="responses">The types of the bodies of successful and other responses.</param>
    /// <param name="cancellationToken">A token to cancel the request.</param>
    /// <exception cref="ServiceException">Any other unsuccessful status code.</exception>
    protected Task<T> SendAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(
        RequestInformation request, ResponseMap<T> responses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(responses);
        return RequestAdapter.SendAsync(request, responses.Success, responses, cancellationToken);
    }

    /// <summary>Sends a request and returns the body with the status and headers, none of which has a type of its own.</summary>
    /// <inheritdoc cref="SendAsync" path="param|exception"/>
    protected Task<Response<T, ResponseHeaders>> SendWithResponseAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(
        RequestInformation request, ResponseMap<T> responses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(responses);
        return RequestAdapter.SendWithResponseAsync(request, responses.Success, responses, cancellationToken);
    }

    /// <summary>Sends a request and returns the body with the status and headers.</summary>
    /// <inheritdoc cref="SendAsync" path="param|exception"/>
    protected Task<Response<T, THeaders>> SendWithResponseAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T, THeaders>(
        RequestInformation request, ResponseMap<T> responses, CancellationToken cancellationToken)
        where THeaders : TypedHeaders, new()
    {
        ArgumentNullException.ThrowIfNull(responses);
        return RequestAdapter.SendWithResponseAsync(request, responses.Success, static headers => new THeaders { All = headers }, responses, cancellationToken);
    }

    /// <summary>Sends a request whose response has no body and returns the headers, none of which has a type of its own.</summary>
    /// <inheritdoc cref="SendAsync" path="param|exception"/>
    protected async Task<ResponseHeaders> SendForHeadersAsync(RequestInformation request, ResponseMap<NoContent> responses, CancellationToken cancellationToken) =>
        (await SendWithResponseAsync(request, responses, cancellationToken).ConfigureAwait(false)).Headers;

    /// <summary>Sends a request whose response has no body and returns the headers.</summary>
    /// <inheritdoc cref="SendAsync" path="param|exception"/>
    protected async Task<THeaders> SendForHeadersAsync<THeaders>(RequestInformation request, ResponseMap<NoContent> responses, CancellationToken cancellationToken)
        where THeaders : TypedHeaders, new() =>
        (await SendWithResponseAsync<NoContent, THeaders>(request, responses, cancellationToken).ConfigureAwait(false)).Headers;
}

/// <summary>The base class of emitted request builders that have operations.</summary>
/// <typeparam name="TSelf">The builder itself.</typeparam>
public abstract class RequestBuilder<TSelf> : RequestBuilder
    where TSelf : RequestBuilder<TSelf>
{
    /// <inheritdoc/>
    protected RequestBuilder(IRequestAdapter requestAdapter, string urlTemplate)
        : base(requestAdapter, urlTemplate)
    {
    }

    /// <summary>Returns a request builder for an absolute URL with its query, such as a next-page link.</summary>
    /// <exception cref="ArgumentException">The URL is not absolute, not of http or https, or not valid Unicode.</exception>
    public TSelf WithUrl(string rawUrl) => (TSelf)CopyWithUrl(rawUrl);
}
