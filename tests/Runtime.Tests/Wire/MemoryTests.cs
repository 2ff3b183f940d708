using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Sample.Models;

namespace Kiln.Runtime.Tests.Wire;

/// <summary>A body's limit bounds what reading it allocates.</summary>
public class MemoryTests
{
    private const int BodyBytes = 1024 * 1024;

    private const int MostPerByte = 8;

    // What lists had before they grew is held no more, and not counted.
    private const int GarbagePerByte = 3;

    /// <summary>Texts of a few bytes, repeated in a list, of which each becomes many.</summary>
    public static TheoryData<string, string> Small() => new()
    {
        { "{}", "events" }, { """{"a":1}""", "events" }, { """{"publisher":[]}""", "events" }, { "{}", "trees" }, { """{"named":{"":{}}}""", "trees" },
        { "[]", "branches" }, { "0", "branches" }, { "0", "elements" }, { "[]", "lists" },
    };

    public static TheoryData<string> Normal() => ["event", "element", "integers", "texts", "shared texts"];

    [Theory]
    [MemberData(nameof(Small))]
    public void A_body_that_becomes_many_times_its_size_is_refused(string item, string type)
    {
        var json = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat(item, BodyBytes / (item.Length + 1)))}]");
        var options = new ReadOptions { MaxBodyBytes = BodyBytes };
        Action read = type switch
        {
            "events" => () => WireJson.Read(WireType.List(WireType.Model<ThreatEvent>()), json, options),
            "trees" => () => WireJson.Read(WireType.List(WireType.Model<Tree>()), json, options),
            "branches" => () => WireJson.Read(WireType.List(WireType.Union<Branch>()), json, options),
            "elements" => () => WireJson.Read(WireType.List(WireType.Json), json, options),
            "lists" => () => WireJson.Read(WireType.List(WireType.List(WireType.String)), json, options),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
        var before = GC.GetAllocatedBytesForCurrentThread();

        var e = Assert.Throws<WireFormatException>(read);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (MostPerByte + GarbagePerByte) * BodyBytes);
        Assert.Contains("bytes of memory", e.Message);
        Assert.StartsWith("$[", e.Path);
    }

    [Fact]
    public void Additional_data_of_many_small_values_is_refused()
    {
        var json = new StringBuilder("{");
        for (var i = 0; json.Length < BodyBytes; i++)
            json.Append($"\"{i:x}\":0,");
        var body = Encoding.UTF8.GetBytes(json.Append("\"id\":\"1\"}").ToString());

        Assert.Throws<WireFormatException>(() => WireJson.Read(WireType.Model<ThreatEvent>(), body, new ReadOptions { MaxBodyBytes = BodyBytes }));
    }

    [Fact]
    public void One_large_element_is_refused_before_it_is_made()
    {
        var body = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("[]", BodyBytes / 3))}]");
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<WireFormatException>(() => WireJson.Read(WireType.Json, body, new ReadOptions { MaxBodyBytes = BodyBytes }));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, BodyBytes);
    }

    [Theory]
    [MemberData(nameof(Normal))]
    public void Normal_bodies_of_the_largest_size_are_read(string kind)
    {
        var item = kind switch
        {
            "event" or "element" => Json.EventWith(""" "pid":"22566","agentOs":"linux","fileSize":900719925474,"unknown":{"a":[1,2,"b"]} """.Trim()),
            "integers" => "1",
            "texts" => "\"abcdefghi\"",
            _ => "\"a\"",
        };
        var count = BodyBytes / (item.Length + 1);
        var json = Encoding.UTF8.GetBytes(kind == "texts"
            ? $"[{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"{i:d9}\""))}]"
            : $"[{string.Join(',', Enumerable.Repeat(item, count))}]");
        var options = new ReadOptions { MaxBodyBytes = BodyBytes };

        var read = kind switch
        {
            "event" => WireJson.Read(WireType.List(WireType.Model<ThreatEvent>()), json, options).Count,
            "element" => WireJson.Read(WireType.Json, json, options).GetArrayLength(),
            "integers" => WireJson.Read(WireType.List(WireType.Int64), json, options).Count,
            _ => WireJson.Read(WireType.List(WireType.String), json, options).Count,
        };

        Assert.Equal(count, read);
    }

    [Fact]
    public void What_is_done_with_violations_is_not_counted()
    {
        var json = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("[]", 1000))}]");
        var reports = 0;

        WireJson.Read(WireType.List(WireType.String), json, new ReadOptions { MaxBodyBytes = 5000, OnViolation = _ => reports += new byte[100_000].Length });

        Assert.Equal(1000 * 100_000, reports);
    }

    [Fact]
    public async Task Items_of_a_page_that_arrives_are_counted_by_the_batch()
    {
        // As one list the items would take more than eight times the page.
        const int Items = 100_000;
        var items = string.Join(',', Enumerable.Repeat("""{"id":"1"}""", Items));
        var body = """{"data":[""" + items + """],"pagination":{"totalItems":1}}""";
        Assert.Throws<WireFormatException>(() => Json.Read(WireType.Model<ThreatEventPage>(), body, new ReadOptions { MaxBodyBytes = body.Length }));
        await using var server = await TestServer.JsonAsync(body);
        var events = server.Events(new ReadOptions { MaxBodyBytes = body.Length });

        Assert.Equal(Items, await events.GetAllAsync().CountAsync(TestContext.Current.CancellationToken));
    }
}
