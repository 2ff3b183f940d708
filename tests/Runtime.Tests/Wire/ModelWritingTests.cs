using System.Text.Json;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Sample.Models;

namespace Kiln.Runtime.Tests.Wire;

public class ModelWritingTests
{
    [Fact]
    public void A_new_model_writes_what_must_be_there() => Assert.Equal(
        """{"id":"","createdAt":"0001-01-01T00:00:00Z","objectType":"","siteName":null,"tid":null,"names":[]}""",
        Json.Write(new ThreatEvent()));

    [Fact]
    public void What_was_read_is_written_back()
    {
        const string Text = """{"id":"1","createdAt":"2021-12-14T20:23:45.999+05:30","objectType":"process","agentOs":"beos","dstPort":443,"fileSize":9007199254740993,"score":1.5,"relatedToThreat":false,"pid":"22566","siteName":"s","tid":4,"errors":[{"code":1,"title":"t"}],"counts":{"a":1},"details":{"x":{"code":7}},"matrix":[[1,2],[]],"metadata":{"k":[1.10]},"names":["a",null],"codes":[1,null],"kinds":["file"],"parent":{"id":"p","createdAt":"2021-12-14T20:23:45.1234567Z","objectType":"","siteName":null,"tid":null,"names":[]},"agentUuid":"33b3a892-d388-d3e6-6ead-a98acb5d054c","day":"2024-02-29","raw":"AQID","price":12.340,"extra":{"z":[null,true,1e5]}}""";

        Assert.Equal(Text, Json.Write(Json.Read(Text)));
    }

    [Fact]
    public void Additional_data_takes_what_callers_put_there()
    {
        var value = new ThreatEvent();
        foreach (var (name, one) in new (string, object?)[]
        {
            ("text", "é\"\n"), ("int", 1), ("long", 2L), ("double", 1.5), ("float", 2.5f), ("decimal", 1.10m), ("bool", true), ("null", null),
            ("time", new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(1))), ("date", new DateOnly(2024, 1, 2)), ("guid", Guid.Empty),
            ("bytes", new byte[] { 1 }), ("model", new ErrorDetail { Code = 3 }), ("list", new object?[] { 1, "a", null }), ("map", new Dictionary<string, int> { ["k"] = 1 }),
        })
            value.AdditionalData[name] = one!;

        using var written = JsonDocument.Parse(Json.Write(value));
        var root = written.RootElement;

        Assert.Equal("é\"\n", root.GetProperty("text").GetString());
        Assert.Equal(
            """1|2|1.5|2.5|1.10|true|null|"2024-01-02T03:04:05+01:00"|"2024-01-02"|"00000000-0000-0000-0000-000000000000"|"AQ=="|{"code":3}|[1,"a",null]|{"k":1}""",
            string.Join("|", root.EnumerateObject().Skip(7).Select(p => p.Value.GetRawText())));
    }

    [Fact]
    public void Additional_data_of_another_kind_is_refused_by_name()
    {
        var value = new ThreatEvent { AdditionalData = { ["x"] = new Version(1, 2) } };

        Assert.Contains("Version", Assert.Throws<ArgumentException>(() => Json.Write(value)).Message);
    }

    [Fact]
    public void A_name_in_additional_data_is_written_from_there()
    {
        var value = new ThreatEvent { Pid = "property", AdditionalData = { ["pid"] = "kept" } };

        using var written = JsonDocument.Parse(Json.Write(value));
        Assert.Equal("kept", Assert.Single(written.RootElement.EnumerateObject(), p => p.Name == "pid").Value.GetString());
    }

    [Fact]
    public void Nulls_that_callers_force_into_required_properties_do_not_break_writing()
    {
        var value = new ThreatEvent { Id = null!, Names = null!, ObjectType = default };

        Assert.StartsWith("""{"id":null,"createdAt":"0001-01-01T00:00:00Z","objectType":"",""", Json.Write(value));
    }

    [Fact]
    public void An_infinite_number_has_no_json() =>
        Assert.Throws<ArgumentException>(() => Json.Write(new ThreatEvent { Score = double.PositiveInfinity }));

    [Fact]
    public void Names_are_in_the_documents_order()
    {
        static WireFields Fields<T>() where T : WireModel, IWireModel<T> => T.Fields;

        Assert.Equal(["code", "title", "detail"], Fields<ErrorDetail>().Names);
    }

    [Theory]
    [InlineData('"', "\\\"")]
    [InlineData('\u001f', "\\u001F")]
    [InlineData('x', "x")]
    public void A_text_is_escaped_in_pieces(char c, string escaped)
    {
        foreach (var length in new[] { 1, 16 * 1024 - 1, 16 * 1024, 16 * 1024 + 1, 40_000 })
        {
            var text = "\n" + new string(c, length);

            var json = Json.Write(new ThreatEvent { Id = text });

            Assert.Contains("\"id\":\"\\n" + string.Concat(Enumerable.Repeat(escaped, length)) + "\",", json);
        }
    }
}
