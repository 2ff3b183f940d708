using System.Text;
using System.Text.Json;
using CsCheck;
using Kiln.Runtime.Wire;
using Sample.Models;

namespace Kiln.Runtime.Tests.Wire;

/// <summary>What is JSON and what is not is decided as by <see cref="Utf8JsonReader"/>, though the reader is another.</summary>
public sealed class StrictnessTests
{
    private const string Body = """
        { "id" : "a\u00e9\n\"b", "createdAt":"2021-12-14T20:23:45.999Z","dstPort":-12.50e+3 , "pid":null,"agentInfected":true,
          "unknown":[1,{"deep":[[],{}],"x":"\\"},false],"errors":[{"code":1,"title":"t","detail":null}],"counts":{"a":1,"b":0} }
        """;

    private const string Signs = "{}[]\",:\\0123456789.eE+-ntfu \n";

    public static TheoryData<string> Hand() =>
    [
        "", " ", "{", "}", "[]", "{}", " {} ", "{} {}", "{},", "{\"id\"}", "{\"id\":}", "{\"id\":\"a\",}", "{,}", "{\"id\":\"a\" \"pid\":null}", "{\"id\":\"a\"\"pid\":null}",
        "{\"id\": nul}", "{\"id\":nulll}", "{\"id\":tru}", "{\"id\":True}", "{\"dstPort\":01}", "{\"dstPort\":-}", "{\"dstPort\":1.}", "{\"dstPort\":.5}", "{\"dstPort\":1e}",
        "{\"dstPort\":1e+}", "{\"dstPort\":-0}", "{\"dstPort\":0.0}", "{\"dstPort\":12a}", "{\"dstPort\":+1}", "{\"id\":\"a\tb\"}", "{\"id\":\"a\\x\"}", "{\"id\":\"\\u12g4\"}", "{\"id\":\"\\u12",
        "{'id':1}", "{id:1}", "{\"id\":\"a\"} // no", "{/* no */}", "{\"errors\":[1,]}", "{\"errors\":[,1]}", "{\"errors\":[1 2]}", "{\"counts\":{\"a\":1,}}", "{\"id\":NaN}", "{\"id\":\"\u007f\"}",
    ];

    [Theory]
    [MemberData(nameof(Hand))]
    public void Accepts_what_the_general_reader_accepts(string json) => Compare(Encoding.UTF8.GetBytes(json));

    [Theory]
    [InlineData("{1:2}", "$")]
    [InlineData("{\"errors\":[{1:2}]}", "$.errors[0]")]
    [InlineData("{\"counts\":{1:2}}", "$.counts")]
    public void What_is_wrong_before_the_first_field_is_in_the_object(string json, string path)
    {
        var e = Assert.Throws<WireFormatException>(() => WireJson.Read(WireType.Model<ThreatEvent>(), Encoding.UTF8.GetBytes(json)));

        Assert.Equal(path, e.Path);
    }

    [Fact]
    public void Accepts_what_the_general_reader_accepts_of_damaged_bodies()
    {
        var body = Encoding.UTF8.GetBytes(Body);
        var edits = Gen.Select(Gen.Int[0, body.Length - 1], Gen.Int[0, 3], Gen.OneOf(Gen.Byte, Gen.Int[0, Signs.Length - 1].Select(i => (byte)Signs[i]))).List[1, 4];

        edits.Sample(
            list =>
            {
                var damaged = new List<byte>(body);
                foreach (var (place, kind, value) in list)
                {
                    var at = Math.Min(place, damaged.Count - 1);
                    switch (kind)
                    {
                        case 0: damaged[at] = value; break;
                        case 1: damaged.Insert(at, value); break;
                        case 2: damaged.RemoveAt(at); break;
                        default: damaged.RemoveRange(at, damaged.Count - at); break;
                    }
                    if (damaged.Count == 0)
                        return;
                }
                Compare([.. damaged]);
            },
            iter: TestForm.Count(full: 20_000, sample: 3_000));
    }

    private static void Compare(byte[] json)
    {
        var isJson = IsJsonObject(json);

        var exception = Record.Exception(() => WireJson.Read(WireType.Model<ThreatEvent>(), json));

        Assert.True(exception is null or WireFormatException, exception?.ToString());
        Assert.True(isJson == exception is null, $"{Encoding.Latin1.GetString(json)}: {exception?.Message ?? "accepted"}");
    }

    private static bool IsJsonObject(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            var isObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
            while (reader.Read())
            {
            }
            return isObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
