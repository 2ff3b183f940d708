using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Sample.Models;

namespace Kiln.Runtime.Tests.Wire;

public class ContractTests
{
    [Fact]
    public void Missing_and_null_required_fields_keep_neutral_values()
    {
        var (read, violations) = Json.ReadReporting("""{"id":null,"tid":null,"names":null}""");

        Assert.Equal("", read.Id);
        Assert.Equal(default, read.CreatedAt);
        Assert.Equal(new EventObjectType(""), read.ObjectType);
        Assert.Empty(read.Names);
        Assert.Empty(read.AdditionalData);
        Assert.Equal(
            [
                "$.id: expected a string, found null",
                "$.names: expected a list, found null",
                "$.createdAt: expected a date-time of RFC 3339, found nothing",
                "$.objectType: expected a string, found nothing",
                "$.siteName: expected a string, found nothing",
            ],
            violations);
    }

    [Fact]
    public void Null_where_the_document_allows_none_is_reported_and_where_it_does_is_not()
    {
        var (read, violations) = Json.ReadReporting(Json.EventWith(""" "pid":null,"dstPort":null,"metadata":null,"publisher":null,"price":null """));

        Assert.Null(read.Pid);
        Assert.Null(read.DstPort);
        Assert.Equal(JsonValueKind.Null, read.Metadata?.ValueKind); // where any JSON is a value, null is one
        Assert.Equal(["$.pid: expected a string, found null", "$.dstPort: expected an integer of 32 bits, found null"], violations);
    }

    [Theory]
    [InlineData("dstPort", "\"22566\"", "22566")]
    [InlineData("fileSize", "\"9007199254740993\"", "9007199254740993")]
    [InlineData("score", "\"1.5\"", "1.5")]
    [InlineData("relatedToThreat", "\"True\"", "true")]
    [InlineData("relatedToThreat", "\"false\"", "false")]
    [InlineData("pid", "22566", "\"22566\"")]
    [InlineData("pid", "1.10", "\"1.10\"")]
    [InlineData("pid", "true", "\"true\"")]
    [InlineData("agentOs", "7", "\"7\"")]
    [InlineData("createdAt", "\"2021-12-14 20:23:46\"", "\"2021-12-14T20:23:46Z\"")]
    public void What_can_be_converted_is_and_is_reported_and_written_as_it_came(string field, string came, string right)
    {
        var (read, violations) = Json.ReadReporting(Json.EventWith($"\"{field}\":{came}"));
        var (expected, none) = Json.ReadReporting(Json.EventWith($"\"{field}\":{right}"));
        var property = typeof(ThreatEvent).GetProperty(char.ToUpperInvariant(field[0]) + field[1..])!;

        Assert.StartsWith($"$.{field}: expected ", Assert.Single(violations));
        Assert.Empty(none);
        Assert.Equal(property.GetValue(expected), property.GetValue(read));
        Assert.Contains($"\"{field}\":{came}", Json.Write(read));
        Assert.Empty(read.AdditionalData);

        // What is set anew is written as the document has it, and so is the same value in another model.
        property.SetValue(expected, property.GetValue(read));
        Assert.Contains($"\"{field}\":{right}", Json.Write(expected));
    }

    [Theory]
    [InlineData("dstPort", "2147483648")]
    [InlineData("dstPort", "1.5")]
    [InlineData("dstPort", "\"\"")]
    [InlineData("dstPort", "\" 1\"")]
    [InlineData("dstPort", "true")]
    [InlineData("dstPort", "[1]")]
    [InlineData("fileSize", "1e30")]
    [InlineData("score", "1e400")]
    [InlineData("score", "\"NaN\"")]
    [InlineData("price", "1e30")]
    [InlineData("relatedToThreat", "1")]
    [InlineData("relatedToThreat", "\"yes\"")]
    [InlineData("pid", "{\"a\":1}")]
    [InlineData("agentOs", "[]")]
    [InlineData("createdAt", "\"yesterday\"")]
    [InlineData("createdAt", "1639513425")]
    [InlineData("errors", "{}")]
    [InlineData("counts", "[]")]
    [InlineData("parent", "\"p\"")]
    [InlineData("agentUuid", "\"33b3a892\"")]
    [InlineData("day", "\"2023-02-29\"")]
    [InlineData("raw", "\"A\"")]
    public void What_cannot_be_converted_is_kept_and_written_back(string field, string came)
    {
        var (read, violations) = Json.ReadReporting(Json.EventWith($"\"{field}\":{came}"));

        Assert.StartsWith($"$.{field}: expected ", Assert.Single(violations));
        Assert.Equal(came, ((JsonElement)read.AdditionalData[field]).GetRawText());
        using var written = JsonDocument.Parse(Json.Write(read));
        Assert.Equal(came, written.RootElement.GetProperty(field).GetRawText());
        Assert.Single(written.RootElement.EnumerateObject(), p => p.Name == field);
    }

    [Fact]
    public void A_bad_item_is_left_out_and_the_whole_list_is_kept()
    {
        var (read, violations) = Json.ReadReporting(Json.EventWith("""
            "errors":[{"code":1},"oops",null,{"code":2}],"counts":{"a":1,"b":[],"c":3},"matrix":[[1,"x"],[2]],"names":["a",{}]
            """));

        Assert.Equal([1, 2], read.Errors!.Select(e => e.Code));
        Assert.Equal(new() { ["a"] = 1, ["c"] = 3 }, read.Counts);
        Assert.Equal([[1], [2]], read.Matrix);
        Assert.Equal(["a"], read.Names);
        Assert.Equal(
            [
                "$.errors[1]: expected an object, found string \"oops\"",
                "$.errors[2]: expected an object, found null",
                "$.counts.b: expected an integer of 32 bits, found a list",
                "$.matrix[0][1]: expected an integer of 32 bits, found string \"x\"",
                "$.names[1]: expected a string or null, found an object",
            ],
            violations);
        Assert.Equal(["errors", "counts", "matrix", "names"], read.AdditionalData.Keys);
        Assert.Equal("""[{"code":1},"oops",null,{"code":2}]""", ((JsonElement)read.AdditionalData["errors"]).GetRawText());
    }

    [Fact]
    public void A_field_that_is_kept_inside_a_model_is_not_kept_again_outside()
    {
        var (read, violations) = Json.ReadReporting(Json.EventWith(""" "errors":[{"code":{}}],"details":{"it's a\\b":{"code":"x"}} """));

        Assert.Empty(read.AdditionalData);
        Assert.Equal(["code"], read.Errors![0].AdditionalData.Keys);
        Assert.Equal(["$.errors[0].code: expected an integer of 32 bits, found an object", "$.details['it\\'s a\\\\b'].code: expected an integer of 32 bits, found string \"x\""], violations);
    }

    [Fact]
    public void Values_beyond_the_named_ones_and_unknown_fields_are_no_violations()
    {
        var (read, violations) = Json.ReadReporting(Json.EventWith(""" "agentOs":"beos","fresh":1 """));

        Assert.Equal("beos", read.AgentOs!.Value.Value);
        Assert.Empty(violations);
    }

    [Fact]
    public void A_long_value_is_shortened_in_the_report()
    {
        var (_, violations) = Json.ReadReporting(Json.EventWith($"\"dstPort\":\"{new string('x', 1000)}\""));

        Assert.Equal($"$.dstPort: expected an integer of 32 bits, found string \"{new string('x', 60)}…\"", Assert.Single(violations));
    }

    [Theory]
    [InlineData("\"dstPort\":\"1\"", "$.dstPort")]
    [InlineData("\"pid\":null", "$.pid")]
    [InlineData("\"errors\":[{\"code\":1},{}]", "$.errors[1].code")]
    [InlineData("\"counts\":{\"x y\":\"z\"}", "$.counts['x y']")]
    public void Strict_reading_throws_at_the_first_violation(string field, string path)
    {
        var e = Assert.Throws<WireFormatException>(() => Json.Read(Json.EventWith(field), new ReadOptions { Mode = ContractMode.Strict }));
        Assert.Equal(path, e.Violation!.Path);
        Assert.Equal(path, e.Path);
    }

    [Fact]
    public void Strict_reading_takes_what_keeps_the_contract() =>
        Assert.Equal("1", Json.Read(Json.EventWith(""" "dstPort":1,"extra":{} """), new ReadOptions { Mode = ContractMode.Strict }).Id);

    [Fact]
    public void What_the_listener_throws_comes_through()
    {
        var options = new ReadOptions { OnViolation = _ => throw new NotImplementedException("mine") };

        Assert.Throws<NotImplementedException>(() => Json.Read("{}", options));
    }
}
