using System.Collections;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Kiln.Runtime.Wire;

namespace Kiln.Generator.Tests.Requests.Calling;

/// <summary>
/// Makes the C# value of a type from JSON, as a caller would write it: scalars, lists, dictionaries and tuples by hand, and only models and unions through the runtime's reader, which other tests
/// compare with the JSON.
/// </summary>
internal static class CSharpValues
{
    /// <summary>The value, of the type or of one that the type takes.</summary>
    /// <param name="type">The type.</param>
    /// <param name="json">What is meant.</param>
    /// <param name="format">The format in the document, where one C# type has several.</param>
    /// <exception cref="NotSupportedException">The type cannot hold such a value.</exception>
    public static object? Of(Type type, JsonNode? json, string? format)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return json is null ? null : Of(underlying, json, format);
        if (json is null)
            return type == typeof(JsonElement) ? JsonSerializer.SerializeToElement<object?>(null) : null;
        if (Scalar(type, json, format) is { } scalar)
            return scalar;

        if (type == typeof(JsonElement))
            return JsonSerializer.SerializeToElement(json);
        if (typeof(WireModel).IsAssignableFrom(type))
            return Read(nameof(ReadModel), json, type);
        if (typeof(WireUnion).IsAssignableFrom(type))
            return Read(nameof(ReadUnion), json, type);
        if (type == typeof(JsonLiteral))
            return WireJson.Read(WireType.Literal, Encoding.UTF8.GetBytes(json.ToJsonString()));
        if (EnumValue(type) is { } value)
            return type.GetMethod("FromValue", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [Of(value, json, format)]);
        if (typeof(ITuple).IsAssignableFrom(type) && json is JsonArray elements && elements.Count == type.GetGenericArguments().Length)
            return Activator.CreateInstance(type, [.. type.GetGenericArguments().Select((t, i) => Of(t, elements[i], null))]);
        if (Argument(type, typeof(IEnumerable<>)) is { } item && json is JsonArray list)
        {
            var made = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            foreach (var element in list)
                made.Add(Of(item, element, format));
            return type.IsArray ? ((dynamic)made).ToArray() : made;
        }
        if (json is JsonObject map && type.IsGenericType && type.GetGenericArguments() is [var key, var member] && key == typeof(string))
        {
            var made = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, member))!;
            foreach (var (name, element) in map)
                made.Add(name, Of(member, element, format));
            return made;
        }
        throw new NotSupportedException($"{Name(type)} for {json.ToJsonString()}");
    }

    /// <summary>A type as C# has it.</summary>
    public static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;

    private static object? Scalar(Type type, JsonNode json, string? format)
    {
        if (json is not JsonValue)
            return null;
        var isString = json.GetValueKind() == JsonValueKind.String;
        var text = isString ? json.GetValue<string>() : json.ToJsonString();
        if (type == typeof(string))
            return isString ? text : null;
        if (type == typeof(bool))
            return json.GetValueKind() switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };
        if (type.IsPrimitive && type != typeof(char) || type == typeof(decimal))
            return Number(type, text);
        if (type == typeof(DateTimeOffset))
            return isString ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : DateTimeOffset.FromUnixTimeSeconds(long.Parse(text, CultureInfo.InvariantCulture));
        return !isString ? null
            : type == typeof(DateTime) ? DateTime.Parse(text, CultureInfo.InvariantCulture)
            : type == typeof(DateOnly) ? DateOnly.Parse(text, CultureInfo.InvariantCulture)
            : type == typeof(TimeOnly) ? TimeOnly.Parse(text, CultureInfo.InvariantCulture)
            : type == typeof(TimeSpan) ? text.Contains('P') ? XmlConvert.ToTimeSpan(text) : TimeSpan.Parse(text, CultureInfo.InvariantCulture)
            : type == typeof(Guid) ? Guid.Parse(text)
            : type == typeof(Uri) ? new Uri(text, UriKind.RelativeOrAbsolute)
            : type == typeof(IPAddress) ? IPAddress.Parse(text)
            : type == typeof(char) ? text[0]
            : type == typeof(byte[]) ? format == "base64url" ? FromBase64Url(text) : Convert.FromBase64String(text)
            : null;
    }

    private static object? Number(Type type, string text)
    {
        try
        {
            return type == typeof(double) || type == typeof(float) || type == typeof(decimal)
                ? Convert.ChangeType(decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && type == typeof(decimal) ? exact : double.Parse(text, CultureInfo.InvariantCulture), type, CultureInfo.InvariantCulture)
                : Convert.ChangeType(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), type, CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static byte[] FromBase64Url(string text) =>
        Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));

    private static Type? EnumValue(Type type) =>
        type.GetInterfaces().Select(i => i.IsGenericType ? i.GetGenericTypeDefinition() == typeof(IWireEnum<>) ? typeof(string) : i.GetGenericTypeDefinition() == typeof(IWireEnum<,>) ? i.GetGenericArguments()[1] : null : null)
            .FirstOrDefault(t => t is not null);

    private static Type? Argument(Type type, Type @interface) =>
        type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && !typeof(IDictionary).IsAssignableFrom(type)
            ? type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == @interface)?.GetGenericArguments()[0] is { } item
                && !(item.IsGenericType && item.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)) ? item : null
            : null;

    private static object? Read(string method, JsonNode json, Type type) =>
        typeof(CSharpValues).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Encoding.UTF8.GetBytes(json.ToJsonString())], null);

    private static T ReadModel<T>(byte[] json)
        where T : WireModel, IWireModel<T> => WireJson.Read(WireType.Model<T>(), json);

    private static T ReadUnion<T>(byte[] json)
        where T : WireUnion, IWireUnion<T> => WireJson.Read(WireType.Union<T>(), json);
}
