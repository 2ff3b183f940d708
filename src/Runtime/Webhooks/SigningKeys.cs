using System.Text;

namespace Kiln.Runtime.Webhooks;

/// <summary>Reads keys as they are configured. No message has anything of a key.</summary>
internal static class SigningKeys
{
    /// <exception cref="ArgumentException">There is no key, or one is empty or not in the encoding of the scheme.</exception>
    public static IReadOnlyList<byte[]> Read(WebhookSignature scheme, IReadOnlyList<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0)
            throw new ArgumentException("There is no key to verify the signature with.", nameof(keys));
        return [.. keys.Select(key => Read(scheme, key))];
    }

    private static byte[] Read(WebhookSignature scheme, string? key)
    {
        // Anyone can sign with an empty key, such as that of a setting that is missing.
        if (string.IsNullOrWhiteSpace(key))
            throw new ArgumentException("A key is empty.", nameof(key));
        if (!scheme.HasBase64Keys)
            return Encoding.UTF8.GetBytes(key);

        var text = key.StartsWith(scheme.KeyPrefix, StringComparison.Ordinal) ? key.AsSpan(scheme.KeyPrefix.Length) : key;
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64Chars(text, bytes, out var length))
            throw new ArgumentException("A key is not base 64.", nameof(key));
        return length > 0 ? bytes[..length] : throw new ArgumentException("A key is empty.", nameof(key));
    }
}
