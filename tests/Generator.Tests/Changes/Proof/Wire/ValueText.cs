using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Generator.Tests.Changes.Proof.Wire;

/// <summary>What a program reads from a value, as text: by the properties that the old SDK has.</summary>
/// <param name="side">The SDK that it runs with.</param>
internal sealed class ValueText(SdkSide side)
{
    private const int Deepest = 8;

    public string Of(object? value) => Of(value, 0);

    private string Of(object? value, int depth)
    {
        if (depth > Deepest)
            return "…";
        return value switch
        {
            null => "null",
            string text => JsonSerializer.Serialize(text),
            byte[] bytes => Convert.ToHexString(bytes),
            JsonElement json => json.GetRawText(),
            ResponseHeaders or NoContent => "",
            Stream stream => StreamText(stream),
            WireUnion union => $"({NameOf(union.Value.GetType())}) {Of(union.Value, depth + 1)}",
            _ when side.IsOfSdk(value.GetType()) => ObjectText(value, depth),
            IDictionary map => "{" + string.Join(", ", map.Keys.Cast<object>().Order().Select(k => $"{k}: {Of(map[k], depth + 1)}")) + "}",
            IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(i => Of(i, depth + 1))) + "]",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Response<,>) =>
                $"{Get(value, "StatusCode")} {Of(Get(value, "Headers"), depth + 1)} {Of(Get(value, "Body"), depth + 1)}",
            _ => value.ToString() ?? "",
        };
    }

    /// <summary>An exception as a program that handles it sees it.</summary>
    public string OfException(Exception exception)
    {
        // The message is for people.
        var error = exception.GetType().GetProperty("Error")?.GetValue(exception);
        var headers = side.OldOf(exception.GetType()) is { } type && side.Properties(type, BindingFlags.Instance).FirstOrDefault(p => p.Name == "TypedHeaders") is { } typed ? side.Of(typed).GetValue(exception) : null;
        return $"throws {NameOf(exception.GetType())} {Of(error)} {Of(headers)}";
    }

    private static string StreamText(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Convert.ToHexString(copy.ToArray());
    }

    private string ObjectText(object value, int depth)
    {
        var type = side.OldOf(value.GetType());
        if (type is null)
            return NameOf(value.GetType());
        if (type.GetInterfaces().Any(i => i.Name.StartsWith("IWireEnum", StringComparison.Ordinal)))
            return Of(Get(value, "Value"), depth);
        return $"{NameOf(type)} {{ {string.Join(", ", side.Properties(type, BindingFlags.Instance).Where(p => p.GetMethod is { IsPublic: true, IsStatic: false }).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}: {Of(side.Of(p).GetValue(value), depth + 1)}"))} }}";
    }

    private static object? Get(object value, string property) => value.GetType().GetProperty(property)!.GetValue(value);

    private static string NameOf(Type type) => type.IsGenericType ? $"{type.Name}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : type.Name;
}
