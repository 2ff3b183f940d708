using System.Net.Http.Headers;
using System.Text;
using Kiln.Runtime.Text;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests;

/// <summary>Sets bodies of requests, and which bodies they ask for.</summary>
public static class RequestInformationExtensions
{
    private const string ContentType = "Content-Type";

    // One body far larger than the others shall not make all later ones begin as large.
    private const int LongestExpected = 4 * 1024 * 1024;

    /// <summary>
    /// Sets a JSON body (RFC 8259) in UTF-8 without white space; read-only properties are left out. A <c>Content-Type</c> header that the caller has set is
    /// not replaced.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The value has null where the document does not allow it (the message has the path, <c>$.address.street</c>), unless it is a JSON Merge Patch. Or it cannot be
    /// written as JSON: it has an infinite number, an unpaired surrogate or a reference to itself, is nested more than 1000 levels deep or more deeply than the
    /// stack of this thread allows, or its JSON is longer than the longest array.
    /// </exception>
    /// <returns>The request.</returns>
    public static RequestInformation SetJsonContent<T>(this RequestInformation request, WireType<T> type, T body, string contentType = "application/json")
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(type);
        // Bodies of one type are mostly of one size.
        using var writer = new WireWriter(type.LastLength + type.LastLength / 8) { IsRequest = true, RefusesNull = !IsMergePatch(contentType) };
        type.Write(writer, body);
        var bytes = writer.Detach(out var length);
        type.LastLength = Math.Min(length, LongestExpected);
        request.SetStreamContent(new PooledStream(bytes, length), contentType);
        return request;
    }

    /// <summary>
    /// Sets a text body in the charset of the content type: that of the <c>Content-Type</c> header if the caller has set one. Without a charset it is UTF-8, and
    /// <c>charset=utf-8</c> is added.
    /// </summary>
    /// <exception cref="ArgumentException">The text has an unpaired surrogate or another character that the charset does not have, or .NET does not have the charset.</exception>
    /// <returns>The request.</returns>
    public static RequestInformation SetStringContent(this RequestInformation request, string text, string contentType = "text/plain")
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(contentType);
        var own = request.Headers.TryGetValue(ContentType, out var values) ? values.FirstOrDefault() : null;
        var charset = CharsetOf(own ?? contentType);
        request.SetStreamContent(new MemoryStream(Encode(text, charset)), charset is null ? contentType + "; charset=utf-8" : contentType);
        return request;
    }

    /// <summary>Sets the media type that the request asks for (RFC 9110, section 12.5.1), in place of any that the request has.</summary>
    /// <param name="request">The request.</param>
    /// <param name="mediaType">A media type, or a list of media ranges: <c>application/yaml</c>.</param>
    /// <exception cref="ArgumentException">The value is not a list of media ranges.</exception>
    /// <returns>The request.</returns>
    public static RequestInformation WithAccept(this RequestInformation request, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(mediaType);
        CallSettings.CheckedAccept(mediaType, nameof(mediaType));
        request.Headers.Remove("Accept");
        request.Headers.Add("Accept", mediaType);
        request.AddRequestOptions([new AcceptedMediaType(mediaType)]);
        return request;
    }

    private static string? CharsetOf(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.CharSet is { Length: > 0 } charset ? charset.Trim('"') : null;

    private static byte[] Encode(string text, string? charset)
    {
        try
        {
            // UTF-16 without a byte order mark is big-endian (RFC 2781, section 4.3).
            var encoding = "utf-16".Equals(charset, StringComparison.OrdinalIgnoreCase) ? Encoding.BigEndianUnicode : charset is null ? Encoding.UTF8 : Encoding.GetEncoding(charset);
            return Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetBytes(text);
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException($"The character at {e.Index} cannot be sent in {charset ?? "UTF-8"}.", nameof(text), e);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new ArgumentException($"Text cannot be sent in the charset '{MessageText.OneLine(charset ?? "")}', which .NET does not have.", nameof(text), e);
        }
    }

    // There, null removes a property (RFC 7396, section 2).
    private static bool IsMergePatch(string contentType) =>
        contentType.AsSpan().TrimStart().StartsWith("application/merge-patch+json", StringComparison.OrdinalIgnoreCase);
}
