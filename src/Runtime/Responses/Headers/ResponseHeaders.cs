using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Responses;

/// <summary>
/// The headers of a response, including those of its content, by case-insensitive name (RFC 9110, section 5.1). A header that was received in several
/// lines has several values, in their order. Immutable and thread-safe.
/// </summary>
public sealed class ResponseHeaders : IReadOnlyDictionary<string, IReadOnlyList<string>>
{
    private readonly Dictionary<string, IReadOnlyList<string>> lines = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Initializes a new instance with headers; several entries of one name are combined.</summary>
    public ResponseHeaders(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        foreach (var (name, values) in headers)
            lines[name] = lines.TryGetValue(name, out var before) ? [.. before, .. values] : [.. values];
    }

    internal ResponseHeaders(HttpResponseMessage message)
    {
        // Not validated: the values as they came, also where they are not what .NET expects of a header.
        Add(message.Headers.NonValidated);
        Add(message.Content.Headers.NonValidated);
    }

    /// <summary>Gets an instance without headers.</summary>
    public static ResponseHeaders Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => lines.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => lines.Keys;

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<string>> Values => lines.Values;

    /// <inheritdoc/>
    public IReadOnlyList<string> this[string key] => lines[key];

    /// <summary>Returns the parsed value of a header; several lines are joined by <c>", "</c> (RFC 9110, section 5.3).</summary>
    /// <returns>The value; null if the header is missing or cannot be parsed.</returns>
    public T? Get<T>(string name, WireType<T> type)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(type);
        return GetText(name) is { } text && type.TryParse(text, out var value) ? value : null;
    }

    internal string? GetText(string name) => lines.TryGetValue(name, out var values) ? string.Join(", ", values) : null;

    /// <summary>Where <c>Location</c> leads (RFC 9110, section 10.2.2); null if there is none or several, or it is no URL.</summary>
    internal Uri? LocationFrom(Uri? request)
    {
        if (!lines.TryGetValue("Location", out var values) || values is not [var text] || string.IsNullOrWhiteSpace(text))
            return null;
        return (request is { IsAbsoluteUri: true } ? Uri.TryCreate(request, text.Trim(), out var location) : Uri.TryCreate(text.Trim(), UriKind.Absolute, out location)) ? location : null;
    }

    private void Add(HttpHeadersNonValidated headers)
    {
        foreach (var header in headers)
            lines[header.Key] = [.. header.Value];
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => lines.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out IReadOnlyList<string> value) => lines.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, IReadOnlyList<string>>> GetEnumerator() => lines.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Extends <see cref="ResponseHeaders"/> for value types, since overloads in one class cannot differ by a constraint alone.</summary>
public static class ResponseHeadersExtensions
{
    /// <summary>Returns the parsed value of a header; several lines are joined by <c>", "</c> (RFC 9110, section 5.3).</summary>
    /// <returns>The value; null if the header is missing or cannot be parsed.</returns>
    public static T? Get<T>(this ResponseHeaders headers, string name, WireType<T> type)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(type);
        return headers.GetText(name) is { } text && type.TryParse(text, out var value) ? value : null;
    }
}
