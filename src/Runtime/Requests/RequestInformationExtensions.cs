using System.Text;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests;

/// <summary>Sets bodies and headers of requests.</summary>
public static class RequestInformationExtensions
{
    // One body far larger than the others shall not make all later ones begin as large.
    private const int LongestExpected = 4 * 1024 * 1024;

    /// <summary>
    /// Sets a JSON body (RFC 8259) in UTF-8 without white space; read-only properties are left out. A <c>Content-Type</c> header that the caller has set is
    /// not replaced.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The value cannot be written as JSON: it has an infinite number, an unpaired surrogate or a reference to itself, is nested more than 1000 levels deep or
    /// more deeply than the stack of this thread allows, or its JSON is longer than the longest array.
    /// </exception>
    public static void SetJsonContent<T>(this RequestInformation request, WireType<T> type, T body, string contentType = "application/json")
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(type);
        // Bodies of one type are mostly of one size.
        using var writer = new WireWriter(type.LastLength + type.LastLength / 8) { IsRequest = true };
        type.Write(writer, body);
        var bytes = writer.Detach(out var length);
        type.LastLength = Math.Min(length, LongestExpected);
        request.SetStreamContent(new PooledStream(bytes, length), contentType);
    }

    /// <summary>Sets a text body in UTF-8; the charset is added to the content type if it has none.</summary>
    /// <exception cref="ArgumentException">The text has an unpaired surrogate, which cannot be encoded in UTF-8.</exception>
    public static void SetStringContent(this RequestInformation request, string text, string contentType = "text/plain")
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(contentType);
        if (JsonUnicode.HasUnpaired(text))
            throw new ArgumentException("A text with an unpaired surrogate cannot be sent in UTF-8.", nameof(text));
        var hasCharset = contentType.Contains("charset=", StringComparison.OrdinalIgnoreCase);
        request.SetStreamContent(new MemoryStream(Encoding.UTF8.GetBytes(text)), hasCharset ? contentType : contentType + "; charset=utf-8");
    }

    /// <summary>Adds a header, or nothing for null. A header of that name that the caller has set is not replaced.</summary>
    /// <exception cref="ArgumentException">The value has a character that is not allowed in a header (RFC 9110, section 5.5), such as a line break.</exception>
    public static void AddHeader<T>(this RequestInformation request, string name, WireType<T> type, T? value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(type);
        if (value is not null)
            AddText(request, name, type.Format(value));
    }

    /// <inheritdoc cref="AddHeader{T}(RequestInformation, string, WireType{T}, T)"/>
    public static void AddHeader<T>(this RequestInformation request, string name, WireType<T> type, T? value)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(type);
        if (value is { } some)
            AddText(request, name, type.Format(some));
    }

    private static void AddText(RequestInformation request, string name, string text)
    {
        ArgumentNullException.ThrowIfNull(request);
        // The value is not repeated in the message: headers carry secrets.
        if (text.Any(c => c is not ('\t' or (>= ' ' and <= '~'))))
            throw new ArgumentException($"The header {name} cannot carry line breaks, control characters or anything beyond ASCII.", nameof(text));
        request.Headers.TryAdd(name, text);
    }
}
