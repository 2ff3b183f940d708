using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Wire;
using Sample.Models;

namespace Kiln.Runtime.Tests.Wire.Rfc8259;

/// <summary>What RFC 8259 calls JSON is read, what it does not is refused, and neither ends in anything but a value or the one exception.</summary>
public class JsonCaseTests
{
    private static readonly ReadOptions Telling = new() { OnViolation = _ => { } };

    private static readonly ReadOptions Strict = new() { Mode = ContractMode.Strict };

    internal static IReadOnlyList<JsonCase> Cases { get; } = [.. StructureCases.All, .. ValueCases.All];

    /// <summary>Readings of a text as some type, and the kinds of JSON that the type takes; all of them where it is empty.</summary>
    private static readonly (string Name, JsonValueKind[] Kinds, Action<byte[], ReadOptions?> Read)[] Readings =
    [
        ("element", [], Reads(WireType.Json)),
        ("list", [JsonValueKind.Array], Reads(WireType.List(WireType.Json))),
        ("map", [JsonValueKind.Object], Reads(WireType.Dictionary(WireType.Json))),
        ("model", [JsonValueKind.Object], Reads(WireType.Model<Tree>())),
        ("model without additional data", [JsonValueKind.Object], Reads(WireType.Model<Pagination>())),
        ("union", [JsonValueKind.Array, JsonValueKind.Object, JsonValueKind.String], Reads(WireType.Union<Branch>())),
        ("single value", [JsonValueKind.String, JsonValueKind.Number, JsonValueKind.True, JsonValueKind.False], Reads(WireType.Literal)),
        ("text", [JsonValueKind.String], Reads(WireType.String)),
    ];

    public static TheoryData<string> Rules() => [.. Cases.Select(c => c.Rule).Distinct()];

    [Fact]
    public void There_are_cases_of_every_verdict_and_none_twice()
    {
        Assert.InRange(Cases.Count, 250, 1000);
        Assert.Equal(3, Cases.Select(c => c.Verdict).Distinct().Count());
        Assert.Empty(Cases.GroupBy(c => Convert.ToHexString(c.Bytes)).Where(g => g.Count() > 1).Select(g => g.First().ToString()));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Texts_come_to_what_the_rule_says(string rule)
    {
        foreach (var text in Cases.Where(c => c.Rule == rule))
        {
            foreach (var (name, kinds, read) in Readings)
            {
                foreach (var options in new[] { null, Telling })
                {
                    var exception = Record.Exception(() => read(text.Bytes, options));
                    var mustRead = text.Verdict == Verdict.Accepted && Takes(kinds, text.Bytes);
                    Assert.True(exception is null or WireFormatException, $"{name}, {text}: {exception}");
                    Assert.False(mustRead && exception is not null, $"{name}, {text}: {exception?.Message}");
                    Assert.False(text.Verdict == Verdict.Refused && exception is null, $"{name}, {text}: accepted");
                }
                var strict = Record.Exception(() => read(text.Bytes, Strict));
                Assert.True(strict is null or WireFormatException, $"{name}, strictly, {text}: {strict}");
            }
        }
    }

    [Fact]
    public void What_the_general_reader_takes_is_taken_and_nothing_else() => Assert.All(Cases, text =>
    {
        var json = text.Bytes is [0xEF, 0xBB, 0xBF, ..] ? text.Bytes[3..] : text.Bytes;
        Exception? expected = null;
        try
        {
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
            }
        }
        catch (JsonException e)
        {
            expected = e;
        }

        var exception = Record.Exception(() => WireJson.Read(WireType.Json, text.Bytes));

        Assert.Equal(expected is null, exception is null);
    });

    [Fact]
    public void What_was_read_is_written_as_the_same_value()
    {
        foreach (var text in Cases.Where(c => c.Verdict == Verdict.Accepted))
        {
            var read = WireJson.Read(WireType.Json, text.Bytes);
            var again = WireJson.Read(WireType.Json, WireJson.Write(WireType.Json, read));

            Assert.True(JsonElement.DeepEquals(read, again), text.ToString());
        }
    }

    private static bool Takes(JsonValueKind[] kinds, byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return kinds.Length == 0 || kinds.Contains(document.RootElement.ValueKind);
    }

    private static Action<byte[], ReadOptions?> Reads<T>(WireType<T> type) => (json, options) => WireJson.Write(type, WireJson.Read(type, json, options));
}
