using System.Text.Json;
using Kiln.Runtime.Contracts;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>Lets Kiota's adapters and <c>KiotaJsonSerializer</c> read models of this runtime straight from UTF-8, and other models as before.</summary>
/// <param name="options">How to read; <see cref="ReadOptions.Default"/> if null. Its limits on time do not count here, and that on size as for <see cref="WireJson"/>.</param>
/// <remarks>
/// Holds nothing that changes; safe for all threads. Values that are read by Kiota's own code, which are all but models of this runtime, may be nested
/// 64 levels deep at most, as Kiota allows by default.
/// </remarks>
public sealed class Utf8JsonParseNodeFactory(ReadOptions? options) : IParseNodeFactory
{
    private readonly ReadOptions options = options ?? ReadOptions.Default;

    /// <summary>Makes a factory with the default options.</summary>
    public Utf8JsonParseNodeFactory()
        : this(null)
    {
    }

    /// <summary><c>application/json</c></summary>
    public string ValidContentType => "application/json";

    /// <summary>Reads the stream to its end, and leaves it open.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The content type is another than <c>application/json</c>.</exception>
    /// <exception cref="WireFormatException">The text is not JSON.</exception>
    public async Task<IParseNode> GetRootParseNodeAsync(string contentType, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        ArgumentNullException.ThrowIfNull(content);
        if (!ValidContentType.Equals(contentType, StringComparison.OrdinalIgnoreCase))
            throw new ArgumentOutOfRangeException(nameof(contentType), contentType, "Only application/json is read here.");

        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
        var json = WithoutByteOrderMark(copy.GetBuffer().AsMemory(0, (int)copy.Length));
        Check(json.Span);
        return new Utf8JsonParseNode(json, options);
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> text) => text[(text.Length - JsonText.SkipByteOrderMark(text.Span).Length)..];

    // Children are cut out of the text by where their tokens stand, which is only right if the whole of it is JSON.
    private void Check(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = options.MaxDepth });
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException e)
        {
            throw new WireFormatException(JsonText.Reason(e, options.MaxDepth), "$", reader.BytesConsumed);
        }
    }
}
