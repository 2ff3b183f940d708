using System.Text.Json;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests;

/// <summary>Adds the parameters of an operation that are sent as headers and cookies.</summary>
public static class RequestParameterExtensions
{
    /// <summary>Adds a header that is a single value, or nothing for null. A header of that name that the caller has set is not replaced.</summary>
    /// <exception cref="ArgumentException">The value has a character that is not allowed in a header (RFC 9110, section 5.5), such as a line break.</exception>
    public static void AddHeader<T>(this RequestInformation request, string name, WireType<T> type, T? value)
        where T : class
    {
        if (value is not null)
            Headers(request).TryAdd(name, HeaderText(name, type, value));
    }

    /// <inheritdoc cref="AddHeader{T}(RequestInformation, string, WireType{T}, T)"/>
    public static void AddHeader<T>(this RequestInformation request, string name, WireType<T> type, T? value)
        where T : struct
    {
        if (value is { } some)
            Headers(request).TryAdd(name, HeaderText(name, type, some));
    }

    /// <summary>Adds a header that is a list or an object, or nothing for null. A header of that name that the caller has set is not replaced.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The name of the header.</param>
    /// <param name="type">The type of its value.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">How it is written: a simple style, or JSON.</param>
    /// <exception cref="ArgumentException">
    /// The value has a character that is not allowed in a header (RFC 9110, section 5.5), a null in a list, or an item that contains the comma that separates
    /// items.
    /// </exception>
    public static void AddHeader<T>(this RequestInformation request, string name, WireType<T> type, T? value, ParameterStyle style)
    {
        if (value is not null && HeaderText(name, type, value, style) is { } text)
            Headers(request).TryAdd(name, text);
    }

    /// <summary>Sets a header that must be given, in place of one of that name that the caller has set.</summary>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The value is null, or has a character that is not allowed in a header (RFC 9110, section 5.5), such as a line break.</exception>
    public static RequestInformation WithHeader<T>(this RequestInformation request, string name, WireType<T> type, T value) =>
        Replace(request, name, HeaderText(name, type, NotNull(name, value)));

    /// <summary>Sets a header that must be given and is a list or an object, in place of one of that name that the caller has set.</summary>
    /// <returns>The request.</returns>
    /// <inheritdoc cref="AddHeader{T}(RequestInformation, string, WireType{T}, T, ParameterStyle)" path="param|exception"/>
    public static RequestInformation WithHeader<T>(this RequestInformation request, string name, WireType<T> type, T value, ParameterStyle style) =>
        Replace(request, name, HeaderText(name, type, NotNull(name, value), style) ?? "");

    /// <summary>Adds a cookie (RFC 6265, section 4.2), or nothing for null. A cookie of that name that the caller has set is not replaced.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The name of the cookie.</param>
    /// <param name="type">The type of its value.</param>
    /// <param name="value">The value. Characters that may not stand in a cookie are percent-encoded, but in the styles of cookies.</param>
    /// <param name="style">How it is written: form, cookie or JSON.</param>
    /// <exception cref="ArgumentException">
    /// An item of a list is null or contains the comma that separates items, or the value cannot stand in a cookie as it is and the style does not encode it; the
    /// message names the parameter.
    /// </exception>
    public static void AddCookie<T>(this RequestInformation request, string name, WireType<T> type, T? value, ParameterStyle style = ParameterStyle.Form)
    {
        if (value is not null)
            CookieHeader.Add(Headers(request), CookieHeader.Write(name, type, value, style), replaces: false);
    }

    /// <summary>Sets a cookie that must be given (RFC 6265, section 4.2), in place of one of that name that the caller has set.</summary>
    /// <returns>The request.</returns>
    /// <inheritdoc cref="AddCookie" path="param|exception"/>
    public static RequestInformation WithCookie<T>(this RequestInformation request, string name, WireType<T> type, T value, ParameterStyle style = ParameterStyle.Form)
    {
        CookieHeader.Add(Headers(request), CookieHeader.Write(name, type, NotNull(name, value), style), replaces: true);
        return request;
    }

    private static RequestHeaders Headers(RequestInformation request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Headers;
    }

    private static RequestInformation Replace(RequestInformation request, string name, string text)
    {
        var headers = Headers(request);
        headers.Remove(name);
        headers.TryAdd(name, text);
        return request;
    }

    private static T NotNull<T>(string name, T value) => value is null ? throw ParameterText.Refused(name, "it must be given, and is null") : value;

    private static string HeaderText<T>(string name, WireType<T> type, T value)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Checked(name, ParameterText.Of(name, type, value));
    }

    private static string? HeaderText<T>(string name, WireType<T> type, T value, ParameterStyle style)
    {
        ArgumentNullException.ThrowIfNull(type);
        var json = ParameterFlattener.ToJson(name, type, value);
        var pairs = ParameterFlattener.Flatten(name, json, style);
        var isNamed = style == ParameterStyle.SimpleExploded && json.ValueKind == JsonValueKind.Object;
        List<string> parts = [.. isNamed ? pairs.Select(p => $"{p.Name}={p.Parts[0]}") : pairs.SelectMany(p => p.Parts)];
        if (isNamed)
            ParameterText.CheckParts(name, [.. pairs.Select(p => p.Name)], '=');
        var separator = json.ValueKind is JsonValueKind.Array or JsonValueKind.Object && style != ParameterStyle.Json ? ParameterFlattener.SeparatorOf(style) : (char?)null;
        return parts.Count == 0 ? null : Checked(name, new ParameterPair(name, parts, separator).Join(name));
    }

    // The value is not repeated in the message: headers carry secrets.
    private static string Checked(string name, string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 || !text.Any(c => c is not ('\t' or (>= ' ' and <= '~')))
        ? text
        : throw new ArgumentException($"The header {name} cannot carry line breaks, control characters or anything beyond ASCII.", nameof(text));
}
