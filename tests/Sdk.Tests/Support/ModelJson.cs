using System.Text;
using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Wire;

namespace SentinelOne.ThreatEvents.Tests.Support;

/// <summary>Models to JSON and back by the runtime's own way.</summary>
internal static class ModelJson
{
    public static string Of<T>(T model)
        where T : WireModel, IWireModel<T> => Encoding.UTF8.GetString(WireJson.Write(WireType.Model<T>(), model));

    public static T Read<T>(string json, ReadOptions? options = null)
        where T : WireModel, IWireModel<T> => WireJson.Read(WireType.Model<T>(), Encoding.UTF8.GetBytes(json), options);

    /// <summary>Whether two texts say the same: writers may choose escapes and the order of fields.</summary>
    public static void AssertSame(string expected, string actual)
    {
        using var one = JsonDocument.Parse(expected);
        using var other = JsonDocument.Parse(actual);
        Assert.True(JsonElement.DeepEquals(one.RootElement, other.RootElement), $"Expected: {expected}\nActual:   {actual}");
    }
}
