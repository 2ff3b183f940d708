using Kiln.Runtime.Responses;

namespace Kiln.Runtime.Webhooks;

/// <summary>The headers of a request that a service sent, by case-insensitive name (RFC 9110, section 5.1). Immutable and thread-safe.</summary>
/// <example><c>WebhookHeaders.Of(context.Request.Headers)</c> in ASP.NET Core.</example>
public sealed class WebhookHeaders
{
    private readonly ResponseHeaders all;

    private WebhookHeaders(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers) => all = new(headers);

    /// <summary>Returns headers with any number of values each, such as those of ASP.NET Core or of an <see cref="HttpRequestMessage"/>. A value that is null is left out.</summary>
    /// <param name="headers">The headers; several entries of one name are combined.</param>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> is null.</exception>
    public static WebhookHeaders Of<TValues>(IEnumerable<KeyValuePair<string, TValues>> headers)
        where TValues : IEnumerable<string?>
    {
        ArgumentNullException.ThrowIfNull(headers);
        return new(headers.Select(h => KeyValuePair.Create(h.Key, h.Value.OfType<string>())));
    }

    /// <summary>Returns headers with one value each.</summary>
    /// <param name="headers">The headers; several entries of one name are combined.</param>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> is null.</exception>
    public static WebhookHeaders Of(IEnumerable<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return new(headers.Select(h => KeyValuePair.Create(h.Key, (IEnumerable<string>)[h.Value])));
    }

    /// <summary>Returns the headers that the document defines for the request.</summary>
    /// <typeparam name="THeaders">An emitted class of headers.</typeparam>
    public THeaders As<THeaders>()
        where THeaders : TypedHeaders, new() => new() { All = all };

    /// <summary>The value of a header; null if it is missing, or was received more than once.</summary>
    internal string? Single(string name) => all.TryGetValue(name, out var values) && values is [var only] ? only : null;
}
