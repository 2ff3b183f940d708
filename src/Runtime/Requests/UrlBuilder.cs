using System.Runtime.CompilerServices;
using System.Text;
using Kiln.Runtime.Text;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Requests;

/// <summary>
/// Builds a URL (RFC 3986). In values, all characters but the unreserved ones (section 2.3) are percent-encoded, so that no value can change the structure
/// of the URL.
/// </summary>
/// <remarks>On an absolute URL that was given by the caller, the path stays as it is, and query parameters replace those of the same name.</remarks>
[InterpolatedStringHandler]
public readonly ref struct UrlBuilder
{
    private readonly StringBuilder url;
    private readonly StringBuilder query = TextBuffer.Take();
    private readonly HashSet<string>? replaced;
    private readonly RequestBuilder builder;
    private readonly int startLength;

    /// <summary>Initializes a new URL that starts with the base URL of a builder's adapter, or with the absolute URL of the builder. Called by the compiler for <c>$"/pets/{petId}"</c>.</summary>
    public UrlBuilder(int literalLength, int formattedCount, RequestBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        _ = (literalLength, formattedCount);
        this.builder = builder;
        url = TextBuffer.Take().Append(builder.StartOfUrl(out var isWhole));
        startLength = url.Length;
        replaced = isWhole ? [] : null;
    }

    /// <summary>Appends literal text to the path.</summary>
    public void AppendLiteral(string value)
    {
        if (replaced is null)
            url.Append(value);
    }

    /// <summary>Appends an encoded value to the path.</summary>
    /// <param name="value">The value.</param>
    /// <param name="expression">The expression of the value, which the compiler gives; the exception names the parameter in it.</param>
    /// <exception cref="ArgumentException">
    /// The value is empty, <c>.</c> or <c>..</c>, which would change the resource that the URL identifies, or it has an unpaired surrogate.
    /// </exception>
    public void AppendFormatted(string value, [CallerArgumentExpression(nameof(value))] string? expression = null)
    {
        if (replaced is not null)
            return;
        if (JsonUnicode.HasUnpaired(value ?? ""))
            throw ParameterText.Refused(NameIn(expression), "it has a text with an unpaired surrogate");
        var encoded = PercentEncoding.Encode(value ?? "");
        AppendSegment(encoded, IsDotSegment(encoded) ? NameIn(expression) : "");
    }

    /// <summary>Appends a value that is encoded by its style to the path.</summary>
    /// <exception cref="ArgumentException">The encoded value is <c>.</c> or <c>..</c>, which would change the resource that the URL identifies.</exception>
    public void AppendFormatted(PathText value)
    {
        if (replaced is null)
            AppendSegment(value.Encoded ?? "", value.Name ?? "");
    }

    /// <summary>Appends a query parameter that is a single value, or nothing for null.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="type">The type of its value.</param>
    /// <param name="value">The value.</param>
    /// <param name="allowReserved">Whether the reserved characters that mean nothing in a query (<c>:/?@!$'()*;=</c>) stay as they are.</param>
    /// <returns>The same URL.</returns>
    /// <exception cref="ArgumentException">The value is a number that is not finite, or has an unpaired surrogate; the message names the parameter.</exception>
    public UrlBuilder AppendQuery<T>(string name, WireType<T> type, T? value, bool allowReserved = false)
        where T : class
    {
        if (value is not null)
            Add(name, PercentEncoding.EncodeQuery(ParameterText.Of(name, type, value), allowReserved));
        return this;
    }

    /// <inheritdoc cref="AppendQuery{T}(string, WireType{T}, T, bool)"/>
    public UrlBuilder AppendQuery<T>(string name, WireType<T> type, T? value, bool allowReserved = false)
        where T : struct
    {
        if (value is { } some)
            Add(name, PercentEncoding.EncodeQuery(ParameterText.Of(name, type, some), allowReserved));
        return this;
    }

    /// <summary>Appends a query parameter that is a list of single values, or nothing for null. Separators within an item are encoded.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="type">The type of an item.</param>
    /// <param name="values">The items.</param>
    /// <param name="style">How the list is written.</param>
    /// <param name="allowReserved">Whether the reserved characters that mean nothing in a query (<c>:/?@!$'()*;=</c>) stay as they are.</param>
    /// <param name="allowEmpty">Whether an empty list is sent as the name without a value, and not left out.</param>
    /// <returns>The same URL.</returns>
    /// <exception cref="ArgumentException">
    /// An item is null, a number that is not finite, or has an unpaired surrogate, or it contains the separator of a style that cannot encode it; the message
    /// names the parameter.
    /// </exception>
    public UrlBuilder AppendQueryList<T>(
        string name, WireType<T> type, IEnumerable<T>? values, ParameterStyle style, bool allowReserved = false, bool allowEmpty = false)
    {
        if (values is not null)
            AddItems(name, type, values, style, allowReserved, allowEmpty);
        return this;
    }

    /// <summary>Appends a query parameter whose value is an object or contains some, or nothing for null.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="type">The type of its value.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">How it is written: a style of a query, or JSON.</param>
    /// <param name="allowReserved">Whether the reserved characters that mean nothing in a query (<c>:/?@!$'()*;=</c>) stay as they are.</param>
    /// <returns>The same URL.</returns>
    /// <exception cref="ArgumentException">
    /// A list has a null, an item contains the separator of a style that cannot encode it, or the value has a number that is not finite or an unpaired
    /// surrogate; the message names the parameter.
    /// </exception>
    public UrlBuilder AppendQueryObject<T>(string name, WireType<T> type, T? value, ParameterStyle style, bool allowReserved = false)
    {
        if (value is null)
            return this;
        if (style is ParameterStyle.DeepObject or ParameterStyle.DeepObjectWithBrackets or ParameterStyle.DeepObjectRepeated)
            replaced?.Add(name + "[");
        Add(ParameterFlattener.Flatten(name, type, value, style), allowReserved);
        return this;
    }

    /// <summary>Appends a value that is the whole query (<c>in: querystring</c> of OpenAPI 3.2.0), or nothing for null.</summary>
    /// <param name="name">The name of the parameter, which is not sent.</param>
    /// <param name="type">The type of its value.</param>
    /// <param name="value">The value.</param>
    /// <param name="style"><see cref="ParameterStyle.Json"/>, or <see cref="ParameterStyle.FormExploded"/> for the properties of an object as a form.</param>
    /// <returns>The same URL.</returns>
    /// <exception cref="ArgumentException">The value has a number that is not finite, an unpaired surrogate, or a null in a list; the message names the parameter.</exception>
    public UrlBuilder AppendQueryString<T>(string name, WireType<T> type, T? value, ParameterStyle style)
    {
        if (value is null)
            return this;
        if (replaced is not null)
            CutQuery();
        var pairs = ParameterFlattener.Flatten(name, type, value, style);
        if (style != ParameterStyle.Json)
            Add(pairs, allowReserved: false);
        else if (pairs.Count > 0)
            query.Append(PercentEncoding.Encode(pairs[0].Parts[0]));
        return this;
    }

    /// <summary>Appends a query parameter that is not encoded yet.</summary>
    internal void AppendExtra(string name, string value) => Add(name, PercentEncoding.Encode(value));

    /// <summary>Returns the URL. The builder is not used after that.</summary>
    /// <param name="server">The base URL in place of the adapter's; null for none.</param>
    /// <exception cref="InvalidOperationException">There is no base URL.</exception>
    internal Uri ToUri(Uri? server = null)
    {
        if (server is not null)
            Move(server);
        else if (startLength == 0)
            throw new InvalidOperationException("The request adapter has no base URL.");
        if (replaced is { Count: > 0 })
            KeepOthers(replaced);
        if (query.Length > 0)
            url.Append(HasQuery() ? '&' : '?').Append(query);
        var whole = url.ToString();
        // System.Uri would decode the full stop.
        var isFinished = replaced is null && whole.Contains(PercentEncoding.FullStop, StringComparison.Ordinal);
        if (isFinished)
            whole = PercentEncoding.EncodeInvalid(whole);
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = isFinished };
        TextBuffer.Return(url);
        TextBuffer.Return(query);
        return Uri.TryCreate(whole, options, out var uri) && uri.IsAbsoluteUri ? uri : throw new ArgumentException($"The request has no valid absolute URL: it would have {whole.Length} characters and begin with \"{MessageText.OneLine(whole.Substring(0, Math.Min(whole.Length, 60)))}\".");
    }

    private void Move(Uri server)
    {
        var length = startLength;
        if (replaced is not null)
        {
            var start = builder.BaseUrl;
            var whole = url.ToString();
            if (start.Length == 0 || !whole.StartsWith(start, StringComparison.OrdinalIgnoreCase) || (whole.Length > start.Length && whole[start.Length] is not ('/' or '?' or '#')))
                throw new ArgumentException("The URL of this request builder was given whole and does not begin with the base URL of its client, so another server cannot take its place.", nameof(CallConfiguration<>.Server));
            length = start.Length;
        }
        url.Remove(0, length).Insert(0, server.AbsoluteUri.TrimEnd('/'));
    }

    // petId of WireType.Int64.Format(petId)
    private static string NameIn(string? expression) => expression is null ? "" : expression[(expression.LastIndexOf('(') + 1)..].TrimEnd(')').TrimStart('@');

    // RFC 3986, section 3.3; an empty one is left out by many servers.
    private static bool IsDotSegment(string encoded) => encoded is "" or "." or "..";

    // A label can be "." or "..", though its value is neither.
    private void AppendSegment(string encoded, string name)
    {
        if (IsDotSegment(encoded))
            throw ParameterText.Refused(name, $"\"{encoded}\" in a path would change which resource the URL names");
        url.Append(encoded);
    }

    private void AddItems<T>(string name, WireType<T> type, IEnumerable<T> values, ParameterStyle style, bool allowReserved, bool allowEmpty)
    {
        var items = values.Select(v => ParameterText.Of(name, type, v)).ToList();
        if (items.Count == 0 && allowEmpty)
            items.Add("");
        if (style == ParameterStyle.FormExploded)
        {
            foreach (var item in items)
                Add(name, PercentEncoding.EncodeQuery(item, allowReserved));
        }
        // A list of one empty text is not an empty list: without it the service would be asked for more.
        else if (items.Count > 0)
        {
            Add(name, items, ParameterFlattener.SeparatorOf(style), allowReserved);
        }
    }

    private void Add(List<ParameterPair> pairs, bool allowReserved)
    {
        foreach (var (name, parts, separator) in pairs)
            Add(name, parts, separator, allowReserved);
    }

    // The comma may stand in a URL as it is, and is encoded within an item; the others may not (RFC 3986, section 2.2).
    private void Add(string name, IReadOnlyList<string> parts, char? separator, bool allowReserved)
    {
        if (separator is { } one and not ',')
            ParameterText.CheckParts(name, parts, one);
        Add(name, string.Join(separator is { } other and not ',' ? Uri.HexEscape(other) : ",", parts.Select(p => PercentEncoding.EncodeQuery(p, allowReserved))));
    }

    // Paths of some documents bring a fixed query along: /?Action=ListPets.
    private bool HasQuery()
    {
        foreach (var chunk in url.GetChunks())
        {
            if (chunk.Span.Contains('?'))
                return true;
        }
        return false;
    }

    private void Add(string name, string escapedValue)
    {
        if (query.Length > 0)
            query.Append('&');
        query.Append(PercentEncoding.Encode(name)).Append('=').Append(escapedValue);
        replaced?.Add(name);
    }

    /// <summary>Takes the query off a URL that was given whole, and puts those of its parameters before ours that ours do not replace.</summary>
    private void KeepOthers(HashSet<string> names)
    {
        var others = CutQuery().Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !IsReplaced(Uri.UnescapeDataString(pair.Split('=')[0].Replace('+', ' ')), names));
        foreach (var pair in others.Reverse())
            query.Insert(0, pair + "&");
    }

    // Of an object, filter[ stands for all of its properties.
    private static bool IsReplaced(string name, HashSet<string> names) =>
        names.Contains(name) || (name.IndexOf('[') is > 0 and var bracket && names.Contains(name[..(bracket + 1)]));

    private string CutQuery()
    {
        var whole = url.ToString();
        var fragment = whole.IndexOf('#');
        if (fragment >= 0)
            whole = whole[..fragment];
        var start = whole.IndexOf('?');
        url.Clear().Append(start < 0 ? whole : whole[..start]);
        return start < 0 ? "" : whole[(start + 1)..];
    }
}
