using System.Buffers;
using System.Text;
using System.Text.Json;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Responses;

/// <summary>Extends <see cref="ResponseHeaders"/> for headers that are lists, objects or JSON. Each method returns null for a header that is missing or cannot be parsed.</summary>
public static class StructuredHeaders
{
    private static readonly char[] WhiteSpace = [' ', '\t'];

    /// <summary>
    /// Returns the items of a header that is an array (OpenAPI 3.1.1, "Style Values", <c>simple</c>; RFC 9110, section 5.6.1): between commas, without the white space around them.
    /// Empty items are left out, and a comma within quotes ends none.
    /// </summary>
    /// <param name="headers">The headers.</param>
    /// <param name="name">The name of the header, in any case.</param>
    /// <param name="items">The type of an item.</param>
    public static List<T>? GetList<T>(this ResponseHeaders headers, string name, WireType<T> items)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(items);
        if (headers.GetText(name) is not { } text)
            return null;
        var list = new List<T>();
        foreach (var item in Split(text))
        {
            if (!items.TryParse(item, out var value))
                return null;
            list.Add(value);
        }
        return list;
    }

    /// <summary>Returns the value of a header that is an object (OpenAPI 3.1.1, "Style Values", <c>simple</c>): <c>R,100,G,200</c>, or <c>R=100,G=200</c> where it is exploded.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="name">The name of the header, in any case.</param>
    /// <param name="type">The type of the object.</param>
    /// <param name="explode">Whether names and values are joined by equals signs. The default is false.</param>
    public static T? GetObject<T>(this ResponseHeaders headers, string name, WireType<T> type, bool explode = false)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(type);
        return headers.GetText(name) is { } text && Pairs(Split(text), explode) is { } pairs ? Read(type, Json(pairs)) : null;
    }

    /// <summary>Returns the value of a header that is JSON.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="name">The name of the header, in any case.</param>
    /// <param name="type">The type of the value, which is nullable.</param>
    public static T? GetJson<T>(this ResponseHeaders headers, string name, WireType<T> type)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(type);
        return headers.GetText(name) is { } text ? Read(type, Encoding.UTF8.GetBytes(text)) : default;
    }

    private static T? Read<T>(WireType<T> type, ReadOnlySpan<byte> json)
    {
        try
        {
            return WireJson.Read(type, json);
        }
        catch (WireFormatException)
        {
            return default;
        }
    }

    private static List<string> Split(string text)
    {
        var items = new List<string>();
        var (start, isQuoted) = (0, false);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\0';
            if (c == '"')
                isQuoted = !isQuoted;
            else if (c == '\\' && isQuoted && i + 1 < text.Length)
                i++;
            // A quote that does not end is one of the last item.
            if (i < text.Length && (c != ',' || isQuoted))
                continue;
            if (text[start..i].Trim(WhiteSpace) is { Length: > 0 } item)
                items.Add(item);
            start = i + 1;
        }
        return items;
    }

    private static List<(string Name, string Value)>? Pairs(List<string> items, bool explode)
    {
        var pairs = new List<(string, string)>();
        if (explode)
        {
            foreach (var item in items)
            {
                if (item.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var equals))
                    return null;
                pairs.Add((item[..equals], item[(equals + 1)..]));
            }
            return pairs;
        }
        if (items.Count % 2 != 0)
            return null;
        for (var i = 0; i < items.Count; i += 2)
            pairs.Add((items[i], items[i + 1]));
        return pairs;
    }

    // A model takes a number or a boolean from a string, as it does where a service writes one so.
    private static ReadOnlySpan<byte> Json(List<(string Name, string Value)> pairs)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in pairs)
                writer.WriteString(name, value);
            writer.WriteEndObject();
        }
        return json.WrittenSpan;
    }
}
