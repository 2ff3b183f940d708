using System.Net;

namespace Kiln.Runtime.Http;

/// <summary>
/// Follows redirects (RFC 9110, section 15.4) within limits: a few in a row, never to another scheme, and with none of the credentials when scheme,
/// host or port change. A redirect that is not followed goes to the caller as the answer that it is. Bodies of redirects are not read.
/// </summary>
/// <remarks>
/// <para>303 is followed with GET, and so are 301 and 302 after POST, as <see cref="HttpClient"/> does; 307 and 308 keep method and body, and are not followed
/// if the body cannot be sent twice.</para>
/// <para>Credentials are <c>Authorization</c>, <c>Cookie</c> and all that was added to a call after the caller made it: headers and query parameters of
/// authentication providers, default headers of the client.</para>
/// <para>Part of every client that <see cref="Requests.ServiceAdapter"/> makes itself. In a client of the caller's own it replaces the redirects of the innermost handler,
/// whose <c>AllowAutoRedirect</c> must be off. Safe for all threads.</para>
/// </remarks>
public sealed class RedirectHandler : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<string> RefusalKey = new("Kiln.Runtime.Http.RefusedRedirect");

    private readonly int maxRedirects;

    /// <summary>Initializes a handler whose inner handler is set later, as <c>IHttpClientFactory</c> does.</summary>
    /// <param name="maxRedirects">How many redirects of one request are followed; 0 for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 0, or more than 50.</exception>
    public RedirectHandler(int maxRedirects = 5)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxRedirects);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxRedirects, 50);
        this.maxRedirects = maxRedirects;
    }

    /// <summary>Why the redirect that became a request's answer was not followed; null if it was none, or not this handler's.</summary>
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
            if (refusal is null && followed == maxRedirects)
                refusal = $"after {maxRedirects} redirects, the most that are followed";
            var keepsBody = KeepsMethod(response.StatusCode, request.Method);
            if (refusal is null && keepsBody && request.Content is not (null or ByteArrayContent or ReadOnlyMemoryContent) && state?.CanResend != true)
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
        else if (!Uri.TryCreate(request.RequestUri, values.ToString().Trim(), out var target) || !target.IsAbsoluteUri || target.Host.Length == 0)
            refusal = "its Location is not a URL";
        else if (target.Scheme != request.RequestUri!.Scheme)
            refusal = $"it leads from {request.RequestUri.Scheme} to {Text.MessageText.OneLine(target.Scheme)}";
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
        if (!IsSameOrigin(request.RequestUri!, target))
        {
            Credentials.RemoveFrom(request, state);
            target = Credentials.RemoveFrom(target, state);
        }
        request.Headers.Host = null;
        request.RequestUri = target;
    }

    private static bool IsSameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Port == other.Port && string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase);
}
