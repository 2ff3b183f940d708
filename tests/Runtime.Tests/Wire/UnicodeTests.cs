using System.Text;
using System.Text.Json;
using CsCheck;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;
using Sample.Models;

namespace Kiln.Runtime.Tests.Wire;

/// <summary>
/// Text that is not valid Unicode: a service that reports on files of Windows sends it. Reading goes on, the JSON stays as it came where there is a place
/// for it, and each such text is reported.
/// </summary>
public class UnicodeTests
{
    private const string Pair = "\\ud83d\\ude00";

    /// <summary>JSON strings without their quotes, and what a C# string shows of them.</summary>
    public static TheoryData<string, string> Texts() => new()
    {
        { "evil\\ud800.exe", "evil\ufffd.exe" },
        { "\\ud800", "\ufffd" },
        { "\\uDFFF", "\ufffd" },
        { "\\udc00\\ud800", "\ufffd\ufffd" },
        { "\\ud800\\ud800\\udc00", "\ufffd\U00010000" },
        { "\\ud800\\u0041", "\ufffdA" },
        { "\\ud800\\n", "\ufffd\n" },
        { "\\\\ud800\\ud800", "\\ud800\ufffd" },
        { Pair + "\\ud83d", "\U0001f600\ufffd" },
        { "é\\u00e9\\ud800é", "éé\ufffdé" },
        { new string('x', 5000) + "\\ud800", new string('x', 5000) + "\ufffd" },
    };

    public static TheoryData<string> Fields() =>
    [
        """ "pid":"@" """, """ "unknown":"@" """, """ "unknown":{"@":["@",{"a":"@"}]} """, """ "metadata":{"@":1} """, """ "agentOs":"@" """,
        """ "kinds":["file","@"] """, """ "parent":{"id":"@","createdAt":"2021-12-14T20:23:45Z","objectType":"file","siteName":"s","tid":4,"names":["n","@"]} """,
        """ "@":1 """, """ "@":"@" """, """ "counts":{"a":1,"@":2} """, """ "details":{"@":{"code":7,"title":"@"}} """,
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void An_unpaired_surrogate_is_shown_as_a_replacement_and_written_as_it_came(string text, string shown)
    {
        var (read, violations) = Json.ReadReporting(Json.EventWith($"\"pid\":\"{text}\",\"dstPort\":4"));

        Assert.Equal(shown, read.Pid);
        Assert.Equal(4, read.DstPort);
        Assert.StartsWith("$.pid: expected valid Unicode, found string \"", Assert.Single(violations));
        Assert.Contains($"\"pid\":\"{text}\"", Json.Write(read));

        read.Pid = "new";
        Assert.Contains("\"pid\":\"new\"", Json.Write(read));
    }

    [Fact]
    public void A_required_text_is_kept_like_an_optional_one()
    {
        var json = Json.Event.Replace("\"id\":\"1\"", "\"id\":\"\\ud800\"");

        Assert.Equal("\ufffd", Json.Read(json).Id);
        Assert.Equal(json, Json.Write(Json.Read(json)));
    }

    [Fact]
    public void A_violation_shows_the_text_escaped() => Assert.Equal(
        ["$.pid: expected valid Unicode, found string \"evil\\ud800.exe\""], Json.ReadReporting(Json.EventWith(""" "pid":"evil\ud800.exe" """)).Violations);

    [Theory]
    [MemberData(nameof(Fields))]
    public void Wherever_it_is_it_is_kept_as_it_came_and_reported(string field)
    {
        foreach (var row in Texts())
        {
            var (text, _) = row.Data;
            var json = Json.EventWith(field.Replace("@", text).Trim());

            var (read, violations) = Json.ReadReporting(json);

            Assert.NotEmpty(violations);
            Assert.All(violations, v => Assert.Contains("expected valid Unicode", v));
            Assert.Equal(Count(json, text), Count(Json.Write(read), text));
            Assert.Equal(json.Length, Json.Write(read).Length);
            Assert.Equal(json.Length, Json.Write(Json.Read(Json.Write(read))).Length);
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Strict_reading_ends_in_the_exception_with_the_violation(string field)
    {
        var json = Json.EventWith(field.Replace("@", "a\\ud800"));

        var e = Assert.Throws<WireFormatException>(() => Json.Read(json, new ReadOptions { Mode = ContractMode.Strict }));

        Assert.Equal("valid Unicode", e.Violation?.Expected);
        Assert.Contains("ud800", e.Message);
        Assert.InRange(e.ByteOffset, Json.Event.Length, json.Length);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Bytes_that_are_not_utf8_become_replacements(string field)
    {
        foreach (var bad in new byte[][] { [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xE2, 0x82] })
        {
            var json = Encoding.Latin1.GetBytes(Json.EventWith(field.Replace("@", "x" + Encoding.Latin1.GetString(bad) + "y")));
            var violations = new List<ContractViolation>();

            var read = WireJson.Read(WireType.Model<ThreatEvent>(), json, new ReadOptions { OnViolation = violations.Add });

            Assert.NotEmpty(violations);
            using var written = JsonDocument.Parse(WireJson.Write(WireType.Model<ThreatEvent>(), read));
            Assert.Contains('\ufffd', written.RootElement.GetRawText());
            Assert.NotNull(Assert.Throws<WireFormatException>(
                () => WireJson.Read(WireType.Model<ThreatEvent>(), json, new ReadOptions { Mode = ContractMode.Strict })).Violation);
        }
    }

    [Fact]
    public void Names_that_differ_only_in_their_surrogates_stay_two()
    {
        var json = Json.EventWith("""  "a\ud800":1,"a\ud801":2,"counts":{"b\udc00":3,"b\udc01":4} """.Trim());

        var read = Json.Read(json);

        Assert.Equal(["a\\ud800", "a\\ud801"], read.AdditionalData.Keys.Order());
        Assert.Equal(new() { ["b\\udc00"] = 3, ["b\\udc01"] = 4 }, read.Counts);
        Assert.Contains("\"a\\ud800\":1,\"a\\ud801\":2", Json.Write(read));
        Assert.Contains("{\"b\\udc00\":3,\"b\\udc01\":4}", Json.Write(read));
    }

    [Fact]
    public void An_element_keeps_its_json()
    {
        var read = Json.Read(WireType.Json, """{"a\ud800":["\udc00", 1.0]}""");

        Assert.Equal("""{"a\ud800":["\udc00", 1.0]}""", read.GetRawText());
        Assert.Equal("""{"a\ud800":["\udc00",1.0]}""", Json.Write(WireType.Json, read));
    }

    [Fact]
    public void An_element_of_the_callers_own_is_written_without_its_comments()
    {
        using var document = JsonDocument.Parse("""{"a\ud800":[1,/* no */"\u00e9",],}""", new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });

        Assert.Equal("""{"a\ud800":[1,"\u00e9"]}""", Json.Write(WireType.Json, document.RootElement));
    }

    [Fact]
    public void Discriminators_and_single_values_are_kept()
    {
        var branch = Json.Read(WireType.Union<Branch>(), """{"kind":"tr\ud800","\ud800":1}""");
        Assert.Equal("""{"kind":"tr\ud800","\ud800":1}""", Json.Write(WireType.Union<Branch>(), branch));

        Assert.Equal("\ufffd", Json.Read(WireType.Literal, "\"\\ud800\"").AsString());
        Assert.Equal("\ufffd", JsonLiteral.Parse("\"\\ud800\"").AsString());
        Assert.Equal('\ufffd', Json.Read(WireType.Char, "\"\\ud800\""));
        Assert.Equal("a\ufffd", Json.Read(WireType.Uri, "\"a\\ud800\"").OriginalString);
        Assert.Throws<WireFormatException>(() => Json.Read(WireType.Base64, "\"\\ud800\""));
        Assert.Throws<WireFormatException>(() => Json.Read(WireType.DateTime, "\"\\ud800\""));
        Assert.Throws<WireFormatException>(() => Json.Read(WireType.Int32, "\"\\ud800\""));
    }

    [Fact]
    public void What_callers_write_must_be_unicode_as_before()
    {
        Assert.Throws<ArgumentException>(() => Json.Write(new ThreatEvent { Id = "a\ud800" }));
        Assert.Throws<ArgumentException>(() => Json.Write(new ThreatEvent { AdditionalData = { ["\ud800"] = 1 } }));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Kiotas_own_nodes_and_writers_get_replacements(string field)
    {
        var json = Json.EventWith(field.Replace("@", "a\\ud800").Trim());
        var read = Json.Read(json);

        using var writer = new JsonSerializationWriter();
        writer.WriteObjectValue(null, read);
        using var written = JsonDocument.Parse(writer.GetSerializedContent());
        Assert.Equal(JsonValueKind.Object, written.RootElement.ValueKind);

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var node = await new Utf8JsonParseNodeFactory().GetRootParseNodeAsync("application/json", stream, TestContext.Current.CancellationToken);
        Assert.NotNull(node.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue));
        Assert.Equal(read.Id, node.GetChildNode("id")?.GetStringValue());
    }

    [Fact]
    public void Decoding_is_that_of_the_general_reader_where_that_has_one() => Gen.String.Array[0, 4].Sample(texts =>
    {
        // As one text, each of its UTF-16 code units as it is or as an escape.
        var text = new StringBuilder();
        foreach (var c in string.Concat(texts))
            text.Append(c < ' ' || c is '"' or '\\' || (c & 1) == 0 || char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : c.ToString());
        var json = Encoding.UTF8.GetBytes($"\"{text}\"");
        var reader = new Utf8JsonReader(json);
        reader.Read();
        string? expected = null;
        try
        {
            expected = reader.GetString();
        }
        catch (InvalidOperationException)
        {
        }
        var violations = 0;

        var read = WireJson.Read(WireType.String, json, new ReadOptions { OnViolation = _ => violations++ });

        Assert.Equal(expected is null, violations > 0);
        Assert.Equal(expected ?? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(string.Concat(texts))), read);
    });

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "").Length) / part.Length;
}
