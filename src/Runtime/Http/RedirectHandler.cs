using System.Net;

namespace Kiln.Runtime.Http;

/// <summary>
/// Follows redirects (RFC 9110, section 15.4) up to a maximum number, never to another scheme, and without credentials when the host or port changes. If a
/// redirect is not followed, the caller gets its response. Bodies of redirects are not read.
/// </summary>
/// <remarks>
/// <para>303 is followed with GET, and so are 301 and 302 after POST, as <see cref="HttpClient"/> does; 307 and 308 keep method and body, and are not followed
/// if the body cannot be sent again.</para>
/// <para>Only headers that do not identify the caller are sent to another origin, such as <c>Accept</c>, <c>User-Agent</c> and those of the body: neither <c>Authorization</c> and
/// <c>Cookie</c> nor custom headers, which may be API keys. Query parameters that authentication has added are removed from the new URL.</para>
/// <para>Part of every client that <see cref="Requests.ServiceRequestAdapter"/> creates. In the caller's own client it replaces the redirects of the innermost handler,
/// whose <c>AllowAutoRedirect</c> must be off. Thread-safe.</para>
/// </remarks>
public sealed class RedirectHandler : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<string> RefusalKey = new("Kiln.Runtime.Http.RefusedRedirect");

    private readonly int maxRedirects;

    /// <summary>Initializes a handler whose inner handler is set later, as <c>IHttpClientFactory</c> does.</summary>
    /// <param name="maxRedirects">The maximum number of redirects of a request; 0 means none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 0, or more than 50.</exception>
    public RedirectHandler(int maxRedirects = 5)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxRedirects);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxRedirects, 50);
        this.maxRedirects = maxRedirects;
    }

    /// <summary>Why the redirect that became a request's response was not followed; null if it was none, or not this handler's.</summary>
    internal static string? RefusalOf(HttpRequestMessage? request) => request is not null && request.Options.TryGetValue(RefusalKey, out var why) ? why : null;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var state = CallState.Of(request);
        if (state is not null)
            state.Asked ??= request.RequestUri;
        for (var followed = 0; ; followed++)
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
                return response;

            var target = TargetOf(response, request, out var refusal);
            if (NoRedirectsOption.IsOf(request))
                refusal = "FollowsRedirects of its call is false";
            if (refusal is null && followed == maxRedirects)
                refusal = $"after {maxRedirects} redirects, the most that are followed";
            var keepsBody = KeepsMethod(response.StatusCode, request.Method);
            if (refusal is null && keepsBody && !CallState.CanResend(request))
                refusal = "its request's body cannot be sent twice";
            if (refusal is not null)
            {
                request.Options.Set(RefusalKey, refusal);
                return response;
            }

            // Disposing reads on for a moment, or closes the connection if too much would come: nothing of the body is kept.
            response.Dispose();
            Redirect(request, target!, keepsBody, state);
        }
    }

    private static Uri? TargetOf(HttpResponseMessage response, HttpRequestMessage request, out string? refusal)
    {
        refusal = null;
        if (!response.Headers.NonValidated.TryGetValues("Location", out var values))
            refusal = "it has no Location";
        else if (values.Count > 1)
            refusal = "it has several Locations";
        else if (string.IsNullOrWhiteSpace(values.ToString()))
            refusal = "its Location is empty";
        else if (!Uri.TryCreate(request.RequestUri, values.ToString().Trim(), out var target) || !Origin.HasHost(target))
            refusal = "its Location is not a URL";
        else if (target.Scheme != request.RequestUri!.Scheme)
            refusal = $"it changes the scheme from {request.RequestUri.Scheme} to {Text.MessageText.OneLine(target.Scheme)}";
        else
            return target;
        return null;
    }

    private static bool KeepsMethod(HttpStatusCode status, HttpMethod method) => status switch
    {
        HttpStatusCode.SeeOther => method == HttpMethod.Head || method == HttpMethod.Get,
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found => method != HttpMethod.Post,
        _ => true,
    };

    private static void Redirect(HttpRequestMessage request, Uri target, bool keepsBody, CallState? state)
    {
        if (!keepsBody)
        {
            request.Method = HttpMethod.Get;
            request.Content = null;
            request.Headers.TransferEncodingChunked = null;
        }
        if (!Origin.AreSame(request.RequestUri!, target))
        {
            Credentials.RemoveFrom(request);
            target = Credentials.RemoveFrom(target, state);
        }
        request.Headers.Host = null;
        request.RequestUri = target;
    }
}
