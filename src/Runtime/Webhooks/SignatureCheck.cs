using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kiln.Runtime.Webhooks;

/// <summary>Makes and compares signatures.</summary>
internal static class SignatureCheck
{
    // No service signs with more keys at a time, and each signature is compared with that of each key.
    private const int MostSignatures = 16;
    private const int LongestHeader = 4096;

    // Of seconds up to the year 5138.
    private const int MostDigits = 11;

    public static bool IsValid(WebhookSignature scheme, WebhookHeaders headers, ReadOnlySpan<byte> body, IReadOnlyList<byte[]> keys)
    {
        CheckScheme(scheme);
        if (headers.Single(scheme.Header) is not { Length: <= LongestHeader } header)
            return false;

        var entries = scheme.Separator is { } separator ? header.Split(separator) : [header];
        var signatures = entries.Where(e => e.StartsWith(scheme.Prefix, StringComparison.Ordinal)).Select(e => e[scheme.Prefix.Length..]).ToList();
        var timestamp = TimestampOf(scheme, headers, entries);
        var id = scheme.IdHeader is { } name ? headers.Single(name) : "";
        if (signatures.Count is 0 or > MostSignatures || timestamp is null || id is not { Length: <= LongestHeader } || (id.Length == 0 && scheme.IdHeader is not null))
            return false;

        // Each signature is compared with that of each key, so that the time that it takes says nothing.
        var isSigned = false;
        foreach (var key in keys)
        {
            var expected = Encoding.ASCII.GetBytes(Compute(scheme, key, id, timestamp, body));
            foreach (var signature in signatures)
                isSigned |= CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Canonical(scheme, signature)), expected);
        }
        return isSigned & IsRecent(scheme, timestamp);
    }

    public static IReadOnlyDictionary<string, string> Sign(WebhookSignature scheme, ReadOnlySpan<byte> body, byte[] key, string id)
    {
        CheckScheme(scheme);
        var timestamp = scheme.HasTimestamp ? scheme.TimeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) : "";
        var signature = scheme.Prefix + Compute(scheme, key, id, timestamp, body);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [scheme.Header] = scheme.TimestampPrefix is { } prefix ? $"{prefix}{timestamp}{scheme.Separator}{signature}" : signature,
        };
        if (scheme.TimestampHeader is { } timestampHeader)
            headers[timestampHeader] = timestamp;
        if (scheme.IdHeader is { } idHeader)
            headers[idHeader] = id;
        return headers;
    }

    // What is read and not signed could be changed by anyone; what is signed and not read has no value.
    private static void CheckScheme(WebhookSignature scheme)
    {
        if (scheme.HasTimestamp != scheme.SignedParts.HasTimestamp)
            throw new InvalidOperationException("The scheme of the signature must name {timestamp} in what is signed, and where the time is, or neither.");
        if (scheme.IdHeader is not null != scheme.SignedParts.HasId)
            throw new InvalidOperationException("The scheme of the signature must name {id} in what is signed, and the header with the identifier, or neither.");
        if (scheme is { TimestampHeader: not null, TimestampPrefix: not null } or { TimestampPrefix: not null, Separator: null })
            throw new InvalidOperationException("The scheme of the signature must have the time either in a header of its own, or in an entry of a header with a separator.");
    }

    // Empty for a scheme without a time; null for one that is missing, or there twice.
    private static string? TimestampOf(WebhookSignature scheme, WebhookHeaders headers, string[] entries)
    {
        if (scheme.TimestampHeader is { } name)
            return headers.Single(name);
        if (scheme.TimestampPrefix is not { } prefix)
            return "";
        return entries.Where(e => e.StartsWith(prefix, StringComparison.Ordinal)).ToList() is [var only] ? only[prefix.Length..] : null;
    }

    private static bool IsRecent(WebhookSignature scheme, string timestamp)
    {
        if (!scheme.HasTimestamp)
            return true;
        // Nothing but digits: what is signed is the text.
        if (timestamp.Length is 0 or > MostDigits || timestamp.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)
            return false;
        if (scheme.Tolerance == Timeout.InfiniteTimeSpan)
            return true;
        var signed = DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp, CultureInfo.InvariantCulture));
        return (scheme.TimeProvider.GetUtcNow() - signed).Duration() <= scheme.Tolerance;
    }

    private static string Compute(WebhookSignature scheme, byte[] key, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(scheme.Algorithm, key);
        foreach (var part in scheme.SignedParts.Parts)
        {
            if (part == SignedText.BodyPart)
                hash.AppendData(body);
            else
                hash.AppendData(Encoding.UTF8.GetBytes(part switch { SignedText.TimestampPart => timestamp, SignedText.IdPart => id, _ => part }));
        }
        var bytes = hash.GetHashAndReset();
        return scheme.Encoding == WebhookSignatureEncoding.Base64 ? Convert.ToBase64String(bytes) : Canonical(scheme, Convert.ToHexString(bytes));
    }

    // The texts are compared, not the bytes that they are read as: base 64 has several texts for some bytes.
    private static string Canonical(WebhookSignature scheme, string signature) =>
        scheme.Encoding == WebhookSignatureEncoding.Hex ? signature.ToLowerInvariant() : signature;
}
