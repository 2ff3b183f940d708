using System.Text;
using Kiln.Runtime.Text;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Requests;

/// <summary>
/// Builds a URL (RFC 3986). In values, all characters but the unreserved ones (section 2.3) are percent-encoded, so that no value can change the structure
/// of the URL.
/// </summary>
/// <remarks>On an absolute URL that was given by the caller, the path stays as it is, and query parameters replace those of the same name.</remarks>
public ref struct UrlBuilder
{
    private readonly StringBuilder url;
    private readonly StringBuilder query = new();
    private readonly HashSet<string>? replaced;

    internal UrlBuilder(string start, bool isWhole)
    {
        url = new(start);
        replaced = isWhole ? [] : null;
    }

    /// <summary>Appends literal text to the path.</summary>
    public readonly void AppendPath(string literal)
    {
        if (replaced is null)
            url.Append(literal);
    }

    /// <summary>Appends an encoded value to the path.</summary>
    /// <exception cref="ArgumentException">The value is empty, <c>.</c> or <c>..</c>, which would change the resource that the URL identifies.</exception>
    public readonly void AppendPath<T>(WireType<T> type, T value)
    {
        if (replaced is not null)
            return;
        var text = type.Format(value);
        if (text is null or "" or "." or "..")
            throw new ArgumentException($"A path parameter cannot be \"{text}\": it would change which resource the URL names.", nameof(value));
        url.Append(Escape(text));
    }

    /// <summary>Appends literal text and an encoded value to the path.</summary>
    /// <inheritdoc cref="AppendPath{T}(WireType{T}, T)" path="exception"/>
    public readonly void AppendPath<T>(string literal, WireType<T> type, T value)
    {
        AppendPath(literal);
        AppendPath(type, value);
    }

    /// <summary>Appends a query parameter, or nothing for null.</summary>
    public readonly void AppendQuery<T>(string name, WireType<T> type, T? value)
        where T : class
    {
        if (value is not null)
            Add(name, Escape(type.Format(value)));
    }

    /// <inheritdoc cref="AppendQuery{T}(string, WireType{T}, T)"/>
    public readonly void AppendQuery<T>(string name, WireType<T> type, T? value)
        where T : struct
    {
        if (value is { } some)
            Add(name, Escape(type.Format(some)));
    }

    /// <summary>Appends a list as a query parameter, or nothing for null or an empty list. Separators within an item are encoded.</summary>
    public readonly void AppendQueryList<T>(string name, WireType<T> type, IEnumerable<T>? values, ListStyle style)
    {
        if (values is null)
            return;
        var items = values.Select(v => Escape(type.Format(v))).ToList();
        if (style == ListStyle.Exploded)
        {
            foreach (var item in items)
                Add(name, item);
            return;
        }

        // A list of one empty text is not an empty list: without it the service would be asked for more.
        if (items.Count > 0)
            Add(name, string.Join(Separator(style), items));
    }

    internal readonly Uri ToUri()
    {
        if (replaced is { Count: > 0 })
            KeepOthers(replaced);
        if (query.Length > 0)
            url.Append(HasQuery() ? '&' : '?').Append(query);
        return Uri.TryCreate(url.ToString(), UriKind.Absolute, out var uri) ? uri : throw new ArgumentException($"The request has no valid absolute URL: it would have {url.Length} characters and begin with \"{MessageText.OneLine(url.ToString(0, Math.Min(url.Length, 60)))}\".");
    }

    // Paths of some documents bring a fixed query along: /?Action=ListPets.
    private readonly bool HasQuery()
    {
        foreach (var chunk in url.GetChunks())
        {
            if (chunk.Span.Contains('?'))
                return true;
        }
        return false;
    }

    // The space and the pipe may not stand in a URL as they are; the comma may (RFC 3986, section 2.2).
    private static string Separator(ListStyle style) => style switch
    {
        ListStyle.CommaDelimited => ",",
        ListStyle.SpaceDelimited => "%20",
        ListStyle.PipeDelimited => "%7C",
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "Not a style of joined lists."),
    };

    private static string Escape(string text)
    {
        // The encoder would put U+FFFD in its place, and the service would be asked for something else.
        if (JsonUnicode.HasUnpaired(text))
            throw new ArgumentException("A text with an unpaired surrogate cannot be part of a URL.", nameof(text));
        return Uri.EscapeDataString(text);
    }

    private readonly void Add(string name, string escapedValue)
    {
        if (query.Length > 0)
            query.Append('&');
        query.Append(Escape(name)).Append('=').Append(escapedValue);
        replaced?.Add(name);
    }

    /// <summary>Takes the query off a URL that was given whole, and puts those of its parameters before ours that ours do not replace.</summary>
    private readonly void KeepOthers(HashSet<string> names)
    {
        var whole = url.ToString();
        var fragment = whole.IndexOf('#');
        if (fragment >= 0)
            whole = whole[..fragment];
        var start = whole.IndexOf('?');
        url.Clear().Append(start < 0 ? whole : whole[..start]);
        if (start < 0)
            return;

        var others = whole[(start + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !names.Contains(Uri.UnescapeDataString(pair.Split('=')[0].Replace('+', ' '))));
        foreach (var pair in others.Reverse())
            query.Insert(0, pair + "&");
    }
}
