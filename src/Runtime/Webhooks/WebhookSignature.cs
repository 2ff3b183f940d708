using System.Security.Cryptography;

namespace Kiln.Runtime.Webhooks;

/// <summary>
/// Describes how a service signs the requests that it sends, and verifies them: by an HMAC (RFC 2104) over the body, mostly with the time of the request. The schemes of
/// Stripe, GitHub, Slack and Standard Webhooks are there; any other of the kind is described by the properties. Immutable and thread-safe.
/// </summary>
/// <example><c>WebhookSignature.Stripe with { Tolerance = TimeSpan.FromMinutes(1) }</c></example>
public sealed record WebhookSignature
{
    private readonly string header;
    private readonly HashAlgorithmName algorithm = HashAlgorithmName.SHA256;
    private readonly SignedText signed = SignedText.Body;
    private readonly TimeSpan tolerance = TimeSpan.FromMinutes(5);
    private readonly TimeProvider time = TimeProvider.System;

    /// <summary>Initializes a scheme in which a header has nothing but the HMAC-SHA256 of the body in hexadecimal digits.</summary>
    /// <param name="header">The header with the signature.</param>
    /// <exception cref="ArgumentException"><paramref name="header"/> is null or empty.</exception>
    public WebhookSignature(string header)
    {
        ArgumentException.ThrowIfNullOrEmpty(header);
        this.header = header;
    }

    /// <summary>Gets the scheme of GitHub: <c>X-Hub-Signature-256: sha256=…</c> over the body. It has no time, so a request can be sent again by whoever has seen it.</summary>
    public static WebhookSignature GitHub { get; } = new("X-Hub-Signature-256") { Prefix = "sha256=" };

    /// <summary>Gets the scheme of Stripe: <c>Stripe-Signature: t=…,v1=…</c> over the time and the body.</summary>
    public static WebhookSignature Stripe { get; } = new("Stripe-Signature") { Separator = ',', Prefix = "v1=", TimestampPrefix = "t=", Signed = "{timestamp}.{body}" };

    /// <summary>Gets the scheme of Slack: <c>X-Slack-Signature: v0=…</c> over a version, the time of <c>X-Slack-Request-Timestamp</c> and the body.</summary>
    public static WebhookSignature Slack { get; } = new("X-Slack-Signature") { Prefix = "v0=", TimestampHeader = "X-Slack-Request-Timestamp", Signed = "v0:{timestamp}:{body}" };

    /// <summary>Gets the scheme of Standard Webhooks 1.0: <c>webhook-signature: v1,…</c> over <c>webhook-id</c>, <c>webhook-timestamp</c> and the body, with a key in base 64 (<c>whsec_…</c>).</summary>
    public static WebhookSignature Standard { get; } = new("webhook-signature")
    {
        Separator = ' ',
        Prefix = "v1,",
        IdHeader = "webhook-id",
        TimestampHeader = "webhook-timestamp",
        Signed = "{id}.{timestamp}.{body}",
        Encoding = WebhookSignatureEncoding.Base64,
        HasBase64Keys = true,
        KeyPrefix = "whsec_",
    };

    /// <summary>Gets the name of the header with the signature.</summary>
    /// <exception cref="ArgumentException">The value is null or empty.</exception>
    public string Header
    {
        get => header;
        init
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            header = value;
        }
    }

    /// <summary>Gets the character between the entries of the header, of which several may be signatures; null, the default, for a header that is one signature.</summary>
    public char? Separator { get; init; }

    /// <summary>Gets what a signature in the header begins with: <c>sha256=</c>. Entries that begin otherwise are ignored. The default is empty.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Gets what the entry with the time begins with, if the header has it beside the signature: <c>t=</c>. The default is null.</summary>
    public string? TimestampPrefix { get; init; }

    /// <summary>Gets the name of the header with the time, if that is a header of its own. The default is null.</summary>
    public string? TimestampHeader { get; init; }

    /// <summary>Gets the name of the header with the identifier of the message, if it is signed. The default is null.</summary>
    public string? IdHeader { get; init; }

    /// <summary>
    /// Gets what is signed: text with <c>{body}</c> once, and <c>{timestamp}</c> and <c>{id}</c> where the scheme has them. A time or an identifier that is not signed would
    /// prove nothing, so a scheme that reads one and does not sign it is refused. The default is <c>{body}</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The value is null, has no <c>{body}</c> or several, or another name in braces.</exception>
    public string Signed
    {
        get => signed.Template;
        init => signed = SignedText.Parse(value);
    }

    /// <summary>Gets how the signature is written. The default is <see cref="WebhookSignatureEncoding.Hex"/>.</summary>
    public WebhookSignatureEncoding Encoding { get; init; }

    /// <summary>Gets the hash function of the HMAC: SHA-256, the default, SHA-384 or SHA-512.</summary>
    /// <exception cref="ArgumentException">The value is another, such as SHA-1, which is too weak to begin with.</exception>
    public HashAlgorithmName Algorithm
    {
        get => algorithm;
        init => algorithm = value == HashAlgorithmName.SHA256 || value == HashAlgorithmName.SHA384 || value == HashAlgorithmName.SHA512
            ? value
            : throw new ArgumentException("The algorithm must be SHA-256, SHA-384 or SHA-512.", nameof(value));
    }

    /// <summary>Gets whether keys are bytes in base 64. The default is false: keys are text, of which UTF-8 is the key.</summary>
    public bool HasBase64Keys { get; init; }

    /// <summary>Gets what keys in base 64 may begin with, which is not part of the key: <c>whsec_</c>. The default is empty.</summary>
    public string KeyPrefix { get; init; } = "";

    /// <summary>
    /// Gets how far the time of a request may be from now, before and after it, so that a request cannot be sent again later. The default is 5 minutes;
    /// <see cref="Timeout.InfiniteTimeSpan"/> means any time. A scheme without a time is not limited.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, or negative and not infinite.</exception>
    public TimeSpan Tolerance
    {
        get => tolerance;
        init
        {
            if (value != Timeout.InfiniteTimeSpan)
                ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            tolerance = value;
        }
    }

    /// <summary>Gets the clock. The default is <see cref="TimeProvider.System"/>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeProvider TimeProvider
    {
        get => time;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            time = value;
        }
    }

    internal bool HasTimestamp => TimestampHeader is not null || TimestampPrefix is not null;

    internal SignedText SignedParts => signed;

    /// <summary>Verifies that a request was signed with one of the keys, not longer ago than <see cref="Tolerance"/>. Signatures are compared in constant time.</summary>
    /// <param name="headers">The headers of the request. Those of the scheme may be there only once each.</param>
    /// <param name="body">The whole body as it was received, byte for byte: JSON that is read and written again has other bytes.</param>
    /// <param name="keys">The keys, each of which may have signed: while keys are rotated, the old and the new one.</param>
    /// <exception cref="WebhookSignatureException">The signature is missing or not valid, or its time is outside of the tolerance.</exception>
    /// <exception cref="ArgumentException">There is no key, or a key is empty or not in the encoding of the scheme.</exception>
    /// <exception cref="InvalidOperationException">The scheme reads a time or an identifier and does not sign it, or signs one that it does not read.</exception>
    public void Verify(WebhookHeaders headers, ReadOnlySpan<byte> body, params string[] keys) => Verify(headers, body, (IReadOnlyList<string>)keys);

    /// <inheritdoc cref="Verify(WebhookHeaders, ReadOnlySpan{byte}, string[])"/>
    public void Verify(WebhookHeaders headers, ReadOnlySpan<byte> body, IReadOnlyList<string> keys)
    {
        ArgumentNullException.ThrowIfNull(headers);
        if (!SignatureCheck.IsValid(this, headers, body, SigningKeys.Read(this, keys)))
            throw new WebhookSignatureException();
    }

    /// <summary>Signs a request as the service does, at the current time of <see cref="TimeProvider"/>: for tests of what receives requests.</summary>
    /// <param name="body">The body.</param>
    /// <param name="key">The key.</param>
    /// <param name="id">The identifier of the message, if the scheme has one.</param>
    /// <returns>The headers of the scheme, by their names.</returns>
    /// <exception cref="ArgumentException">The key is empty or not in the encoding of the scheme; the scheme has an identifier, and <paramref name="id"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The scheme reads a time or an identifier and does not sign it, or signs one that it does not read.</exception>
    public IReadOnlyDictionary<string, string> Sign(ReadOnlySpan<byte> body, string key, string? id = null)
    {
        if (IdHeader is not null)
            ArgumentException.ThrowIfNullOrEmpty(id);
        return SignatureCheck.Sign(this, body, SigningKeys.Read(this, [key])[0], id ?? "");
    }
}
