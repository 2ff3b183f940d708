using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Http;

/// <summary>Keys by which a service recognizes that a request was repeated.</summary>
internal static class IdempotencyKeys
{
    /// <summary>The usual header, after the Internet-Draft "The Idempotency-Key HTTP Header Field" of the IETF.</summary>
    public const string DefaultHeader = "Idempotency-Key";

    private static readonly HttpRequestOptionsKey<IRequestOption> OptionKey = new(typeof(HeaderOption).FullName!);

    /// <summary>Adds a key to a request, which is sent with each of its attempts.</summary>
    /// <param name="request">The request.</param>
    /// <param name="key">The caller's key; null for a new one, unless the request has the header already.</param>
    /// <param name="header">The header; null for the usual one.</param>
    public static void AddTo(RequestInformation request, string? key, string? header)
    {
        header ??= DefaultHeader;
        if (key is not null)
        {
            request.Headers.Remove(header);
            request.Headers.Add(header, key);
        }
        else if (!request.Headers.ContainsKey(header))
        {
            request.Headers.Add(header, Guid.NewGuid().ToString());
        }
        if (header != DefaultHeader)
            request.AddRequestOptions([new HeaderOption(header)]);
    }

    /// <summary>Whether a request carries a key.</summary>
    public static bool IsIn(HttpRequestMessage request) =>
        request.Headers.NonValidated.Contains(DefaultHeader)
        || (request.Options.TryGetValue(OptionKey, out var option) && option is HeaderOption own && request.Headers.NonValidated.Contains(own.Name));

    private sealed record HeaderOption(string Name) : IRequestOption;
}
