using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Answers.Making;
using Kiln.Generator.Tests.Requests;
using Kiln.Generator.Tests.Requests.Calling;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Generator.Tests.Answers.Checking;

/// <summary>Compares the typed headers of a response with those that were served.</summary>
internal static class HeaderCheck
{
    /// <summary>What differs.</summary>
    /// <param name="headers">The class of the SDK, or all headers.</param>
    /// <param name="served">The response.</param>
    /// <param name="names">The names of all headers that the class is for.</param>
    public static IEnumerable<string> Differences(object headers, ServedAnswer served, IReadOnlyList<string> names)
    {
        var all = headers as ResponseHeaders ?? ((TypedHeaders)headers).All;
        foreach (var (header, _, text) in served.Headers)
        {
            if (!all.TryGetValue(header.Name, out var received) || string.Join(", ", received) != text)
                yield return $"the header {header.Name} is not among all headers as {text}";
        }
        if (headers is not TypedHeaders)
        {
            if (served.Headers.Count > 0)
                yield return $"the headers have no types: {string.Join(", ", served.Headers.Select(h => h.Header.Name))}";
            yield break;
        }

        List<PropertyInfo> properties = [.. headers.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)];
        var match = NameMatch.Of([.. names.Select(n => (n, "header"))], [.. properties.Select(p => p.Name)]);
        foreach (var (header, value, text) in served.Headers)
        {
            var index = match[names.ToList().FindIndex(n => n.Equals(header.Name, StringComparison.OrdinalIgnoreCase))];
            if (index < 0)
                yield return $"the header {header.Name} has no property";
            else if (Difference(properties[index], headers, header.Schema?.TextOf("format"), value) is { } difference)
                yield return $"the header {header.Name}: {text}: {difference}";
        }
    }

    private static string? Difference(PropertyInfo property, object headers, string? format, JsonNode value)
    {
        var read = property.GetValue(headers);
        try
        {
            return AreEqual(CSharpValues.Of(property.PropertyType, value, format), read) ? null : $"{read ?? "null"} was read";
        }
        catch (Exception exception) when (exception is NotSupportedException or WireFormatException or FormatException)
        {
            return $"no value of {CSharpValues.Name(property.PropertyType)}, and {read ?? "null"} was read";
        }
    }

    private static bool AreEqual(object? a, object? b) => (a, b) switch
    {
        (null, _) or (_, null) => a is null && b is null,
        (JsonElement x, JsonElement y) => JsonNode.DeepEquals(JsonNode.Parse(x.GetRawText()), JsonNode.Parse(y.GetRawText())),
        (string x, string y) => x == y,
        (IDictionary x, IDictionary y) => x.Count == y.Count && x.Keys.Cast<object>().All(k => y.Contains(k) && AreEqual(x[k], y[k])),
        (WireModel or WireUnion, _) => a.GetType() == b.GetType() && !Values.Differences(JsonOf(a), JsonOf(b), isText: false).Any(),
        (IEnumerable x, IEnumerable y) => x.Cast<object?>().ToList() is var first && y.Cast<object?>().ToList() is var second && first.Count == second.Count && first.Zip(second).All(p => AreEqual(p.First, p.Second)),
        _ => a.Equals(b),
    };

    private static JsonNode? JsonOf(object value) => JsonNode.Parse((byte[])typeof(HeaderCheck).GetMethod(value is WireModel ? nameof(WriteModel) : nameof(WriteUnion), BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(value.GetType()).Invoke(null, [value])!);

    private static byte[] WriteModel<T>(T value)
        where T : WireModel, IWireModel<T> => WireJson.Write(WireType.Model<T>(), value);

    private static byte[] WriteUnion<T>(T value)
        where T : WireUnion, IWireUnion<T> => WireJson.Write(WireType.Union<T>(), value);
}
