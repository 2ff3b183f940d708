using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Wire;
using Sample.Models;

namespace Kiln.Runtime.Tests.Support;

/// <summary>Texts that the tests read and write.</summary>
internal static class Json
{
    /// <summary>An event with nothing but what must be there.</summary>
    public const string Event = """{"id":"1","createdAt":"2021-12-14T20:23:46Z","objectType":"process","siteName":null,"tid":null,"names":[]}""";

    /// <summary>An event with some more fields.</summary>
    public static string EventWith(string fields) => Event[..^1] + "," + fields + "}";

    public static string Page(string? nextCursor, params string[] ids)
    {
        var items = ids.Select(id => Event.Replace("\"id\":\"1\"", $"\"id\":\"{id}\""));
        var cursor = nextCursor is null ? "null" : $"\"{nextCursor}\"";
        return $$"""{"pagination":{"nextCursor":{{cursor}},"totalItems":{{ids.Length}} },"data":[{{string.Join(",", items)}}]}""";
    }

    public static ThreatEvent Read(string json, ReadOptions? options = null) => Read(WireType.Model<ThreatEvent>(), json, options);

    public static T Read<T>(WireType<T> type, string json, ReadOptions? options = null) => WireJson.Read(type, Encoding.UTF8.GetBytes(json), options);

    /// <summary>Reads tolerantly, and tells what there was to report.</summary>
    public static (ThreatEvent Event, IReadOnlyList<string> Violations) ReadReporting(string json)
    {
        var violations = new List<string>();
        var read = Read(json, new ReadOptions { OnViolation = v => violations.Add(v.ToString()) });
        return (read, violations);
    }

    public static string Write(ThreatEvent value) => Write(WireType.Model<ThreatEvent>(), value);

    public static string Write<T>(WireType<T> type, T value) => Encoding.UTF8.GetString(WireJson.Write(type, value));
}
