using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Http;

/// <summary>
/// What authentication has added to a request, as an option of the request. A caller may send a request twice: what was added the first time, which may be an
/// expired token by now, is then taken away first.
/// </summary>
internal sealed class AddedCredentials : IRequestOption
{
    private const string CookieHeader = "Cookie";

    private static readonly HttpRequestOptionsKey<IRequestOption> Key = new(typeof(AddedCredentials).FullName!);

    private readonly List<string> headers = [];
    private readonly List<string> cookies = [];
    private readonly List<string> secrets = [];
    private readonly List<Func<bool>> rejections = [];
    private string? cookiesBefore;
    private (Uri Before, Uri After)? url;

    /// <summary>The certificate to present in the connection, and to whom; null for none.</summary>
    public (X509Certificate2 Certificate, Uri Origin)? Certificate { get; set; }

    /// <summary>What no message may contain.</summary>
    public IReadOnlyList<string> Secrets => secrets;

    /// <summary>What authentication has added to a request that is sent; null for a request without credentials of this runtime's.</summary>
    public static AddedCredentials? Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var option) ? option as AddedCredentials : null;

    /// <summary>What authentication has added to a request; null if it has not been asked yet.</summary>
    public static AddedCredentials? Of(RequestInformation request) => request.GetRequestOption<AddedCredentials>();

    /// <summary>Takes away what was added to a request before, and begins anew.</summary>
    public static AddedCredentials Begin(RequestInformation request)
    {
        Of(request)?.RemoveFrom(request);
        var added = new AddedCredentials();
        request.AddRequestOptions([added]);
        return added;
    }

    /// <summary>Whether a header of the request was added by authentication.</summary>
    public bool HasHeader(string name) => headers.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a header, unless another scheme has added one of that name.</summary>
    public void AddHeader(RequestInformation request, string name, string value)
    {
        if (request.Headers.TryAdd(name, value))
            headers.Add(name);
    }

    /// <summary>Adds a cookie to those of the request, all of which are in one header (RFC 6265, section 5.4).</summary>
    public void AddCookie(RequestInformation request, string name, string value)
    {
        var others = CookiesOf(request);
        if (cookies.Count == 0)
            cookiesBefore = others;
        cookies.Add($"{name}={value}");
        request.Headers.Remove(CookieHeader);
        request.Headers.Add(CookieHeader, string.IsNullOrEmpty(others) ? cookies[^1] : $"{others}; {cookies[^1]}");
    }

    /// <summary>Adds a parameter to the query.</summary>
    public void AddParameter(RequestInformation request, string name, string value)
    {
        var before = request.URI;
        var text = before.OriginalString;
        var end = text.IndexOf('#') is var fragment and >= 0 ? fragment : text.Length;
        var separator = !text.AsSpan(0, end).Contains('?') ? "?" : text[end - 1] is '?' or '&' ? "" : "&";
        request.URI = new($"{text.AsSpan(0, end)}{separator}{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
        url = (url?.Before ?? before, request.URI);
    }

    /// <summary>Remembers a secret.</summary>
    /// <param name="text">What is sent.</param>
    /// <param name="hidden">A part of it that cannot be found in it; null for none.</param>
    /// <param name="reject">Tells its source that it was not accepted, and returns whether there may be another one; null if there cannot be.</param>
    public void Remember(string text, string? hidden, Func<bool>? reject)
    {
        secrets.Add(text);
        if (hidden is not null)
            secrets.Add(hidden);
        if (reject is not null)
            rejections.Add(reject);
    }

    /// <summary>Tells the sources of all secrets that they were not accepted.</summary>
    /// <returns>Whether there may be others.</returns>
    public bool Reject() => rejections.Count(static reject => reject()) > 0;

    /// <summary>Keeps the body of a request of this runtime's until its response is there, if the request may have to be sent with another token.</summary>
    public void KeepBody(RequestInformation request)
    {
        if (rejections.Count > 0 && request.Content is { CanSeek: true } and not KeptBody && request.GetRequestOption<CallState>() is not null)
            request.Content = new KeptBody(request.Content);
    }

    /// <summary>Makes a request ready to be sent with another token, if it was refused because of one that need not be the newest, and its body can be sent again.</summary>
    /// <param name="request">The request.</param>
    /// <param name="response">Its response.</param>
    /// <returns>Whether it is to be sent again.</returns>
    public static bool TryRenew(RequestInformation request, HttpResponseMessage? response)
    {
        if (response?.StatusCode != HttpStatusCode.Unauthorized || request.Content is not (null or KeptBody { CanSeek: true })
            // To another origin no token was sent.
            || response.RequestMessage?.RequestUri is { } asked && !Origin.AreSame(asked, request.URI)
            || Of(request)?.Reject() != true)
            return false;
        ReleaseBody(request);
        return true;
    }

    /// <summary>Gives a request its own body back.</summary>
    /// <returns>The body; null if there is none, or it was not kept.</returns>
    public static Stream? ReleaseBody(RequestInformation request) => request.Content is KeptBody kept ? request.Content = kept.End() : null;

    /// <summary>The cookies of a request as text; null without any.</summary>
    public static string? CookiesOf(RequestInformation request) =>
        request.Headers.TryGetValue(CookieHeader, out var values) ? string.Join("; ", values) : null;

    private void RemoveFrom(RequestInformation request)
    {
        foreach (var header in headers)
            request.Headers.Remove(header);
        if (cookies.Count > 0)
        {
            request.Headers.Remove(CookieHeader);
            if (!string.IsNullOrEmpty(cookiesBefore))
                request.Headers.Add(CookieHeader, cookiesBefore);
        }
        if (url is var (before, after) && ReferenceEquals(request.URI, after))
            request.URI = before;
    }
}
