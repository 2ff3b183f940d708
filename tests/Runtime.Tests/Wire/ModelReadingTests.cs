using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Sample.Models;

namespace Kiln.Runtime.Tests.Wire;

public class ModelReadingTests
{
    [Fact]
    public void Reads_every_kind_of_field()
    {
        var (read, violations) = Json.ReadReporting(Json.EventWith("""
            "agentOs":"linux","dstPort":443,"fileSize":9007199254740993,"score":1.5,"relatedToThreat":true,"pid":"22566","publisher":null,
            "errors":[{"code":1,"title":"t","detail":null}],"counts":{"a":1,"b c":2},"details":{"x":{"code":7}},"matrix":[[1,2],[]],"metadata":{"k":[1]},
            "codes":[1,null],"kinds":["file","new one"],"parent":{"id":"p","createdAt":"2021-12-14T20:23:45.999000Z","objectType":"file","siteName":"s","tid":4,"names":["n",null]},
            "agentUuid":"33b3a892-d388-d3e6-6ead-a98acb5d054c","day":"2024-02-29","raw":"AQID","price":12.340
            """));

        Assert.Empty(violations);
        Assert.Equal("1", read.Id);
        Assert.Equal(new DateTimeOffset(2021, 12, 14, 20, 23, 46, TimeSpan.Zero), read.CreatedAt);
        Assert.Equal(EventObjectType.Process, read.ObjectType);
        Assert.Equal(AgentOs.Linux, read.AgentOs);
        Assert.Equal(443, read.DstPort);
        Assert.Equal(9007199254740993, read.FileSize);
        Assert.Equal(1.5, read.Score);
        Assert.True(read.RelatedToThreat);
        Assert.Equal("22566", read.Pid);
        Assert.Null(read.Publisher);
        Assert.Equal([("t", 1)], read.Errors!.Select(e => (e.Title, e.Code)));
        Assert.Equal(new() { ["a"] = 1, ["b c"] = 2 }, read.Counts);
        Assert.Equal(7, read.Details!["x"].Code);
        Assert.Equal([[1, 2], []], read.Matrix);
        Assert.Equal("""{"k":[1]}""", read.Metadata!.Value.GetRawText());
        Assert.Equal([1, null], read.Codes);
        Assert.Equal([EventObjectType.File, new("new one")], read.Kinds);
        Assert.Equal(["n", null], read.Parent!.Names);
        Assert.Equal(4, read.Parent.Tid);
        Assert.Equal(Guid.Parse("33b3a892-d388-d3e6-6ead-a98acb5d054c"), read.AgentUuid);
        Assert.Equal(new DateOnly(2024, 2, 29), read.Day);
        Assert.Equal([1, 2, 3], read.Raw);
        Assert.Equal(12.340m, read.Price);
        Assert.Empty(read.AdditionalData);
    }

    [Fact]
    public void Order_of_fields_does_not_matter()
    {
        var read = Json.Read("""{"names":["x"],"tid":1,"id":"7","siteName":"s","objectType":"file","createdAt":"2021-12-14T20:23:46Z","agentOs":"linux"}""");

        Assert.Equal(("7", 1, "s", AgentOs.Linux), (read.Id, read.Tid, read.SiteName, read.AgentOs));
    }

    [Fact]
    public void A_name_spelled_with_escapes_is_the_same_name()
    {
        var read = Json.Read(Json.EventWith("""  "p\u0069d":"9","unk\u006eown":1 """));

        Assert.Equal("9", read.Pid);
        Assert.Equal(["unknown"], read.AdditionalData.Keys);
    }

    [Fact]
    public void Unknown_fields_are_kept_as_they_came()
    {
        var read = Json.Read(Json.EventWith(""" "new":{"deep":[1.10,null,"é"]},"big":1e400 """));

        Assert.Equal("""{"deep":[1.10,null,"é"]}""", ((JsonElement)read.AdditionalData["new"]).GetRawText());
        Assert.Equal("1e400", ((JsonElement)read.AdditionalData["big"]).GetRawText());
    }

    [Fact]
    public void A_model_without_additional_data_skips_unknown_fields()
    {
        var read = Json.Read(WireType.Model<Pagination>(), """{"x":{"y":[{}]},"totalItems":3,"z":null}""");

        Assert.Equal(3, read.TotalItems);
    }

    [Fact]
    public void Of_equal_names_the_last_counts()
    {
        Assert.Equal("b", Json.Read(Json.EventWith(""" "pid":"a","pid":"b" """)).Pid);
        Assert.Null(Json.Read(Json.EventWith(""" "publisher":"a","publisher":null """)).Publisher);

        var mended = Json.Read(Json.EventWith(""" "dstPort":{},"dstPort":5 """));
        Assert.Equal(5, mended.DstPort);
        Assert.Empty(mended.AdditionalData);

        var broken = Json.Read(Json.EventWith(""" "id":"second","id":{} """));
        Assert.Equal("", broken.Id);
        Assert.Equal("{}", ((JsonElement)broken.AdditionalData["id"]).GetRawText());
    }

    [Fact]
    public void Values_that_the_document_names_share_their_strings()
    {
        var page = Json.Read(WireType.Model<ThreatEventPage>(), Json.Page(null, "1", "2"));

        Assert.All(page.Data!, e => Assert.Same(EventObjectType.Process.Value, e.ObjectType.Value));
    }

    [Theory]
    [InlineData("1.0", 1)]
    [InlineData("1e2", 100)]
    [InlineData("-0", 0)]
    [InlineData("2147483647", int.MaxValue)]
    public void Integers_may_be_spelled_as_json_schema_allows(string json, int expected)
    {
        var (read, violations) = Json.ReadReporting(Json.EventWith($"\"dstPort\":{json}"));

        Assert.Equal(expected, read.DstPort);
        Assert.Empty(violations);
    }

    [Fact]
    public void A_byte_order_mark_is_skipped_and_counted()
    {
        byte[] json = [0xEF, 0xBB, 0xBF, .. "{\"totalItems\":}"u8];

        var e = Assert.Throws<WireFormatException>(() => WireJson.Read(WireType.Model<Pagination>(), json));
        Assert.Equal("$.totalItems", e.Path);
        Assert.InRange(e.ByteOffset, 17, 18);
        Assert.Equal(2, WireJson.Read(WireType.Int32, [0xEF, 0xBB, 0xBF, .. "2"u8]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"id\":\"1\"")]
    [InlineData("{} {}")]
    [InlineData("{\"id\":\"1\",}")]
    [InlineData("/*c*/{}")]
    [InlineData("{'id':1}")]
    [InlineData("nul")]
    [InlineData("[]")]
    [InlineData("null")]
    public void Other_text_than_a_json_object_is_an_error(string json) =>
        Assert.Throws<WireFormatException>(() => Json.Read(json));

    [Fact]
    public void An_error_names_path_and_byte()
    {
        var json = Json.Page(null, "1", "2").Replace("\"id\":\"2\"", "\"id\":#");

        var e = Assert.Throws<WireFormatException>(() => Json.Read(WireType.Model<ThreatEventPage>(), json));
        Assert.Equal("$.data[1].id", e.Path);
        Assert.InRange(e.ByteOffset, json.IndexOf('#') - 1, json.IndexOf('#'));
        Assert.Contains("$.data[1].id", e.Message);
    }

    [Fact]
    public void Depth_is_limited()
    {
        static string Nested(int depth) => Json.EventWith("\"deep\":" + new string('[', depth - 1) + new string(']', depth - 1));

        Assert.Single(Json.Read(Nested(64)).AdditionalData);
        Assert.Throws<WireFormatException>(() => Json.Read(Nested(65)));
        Assert.Single(Json.Read(Nested(900), new ReadOptions { MaxDepth = 900 }).AdditionalData);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOptions { MaxDepth = 1001 });
    }
}
