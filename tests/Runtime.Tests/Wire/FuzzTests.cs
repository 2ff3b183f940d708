using System.Text;
using System.Text.Json;
using CsCheck;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Sample.Models;

namespace Kiln.Runtime.Tests.Wire;

/// <summary>Whatever a service sends, reading ends in a value or in the one exception that callers know.</summary>
public class FuzzTests
{
    private static readonly byte[] Seed = Encoding.UTF8.GetBytes("{\"data\":[" + Json.Event + "," + Json.EventWith("""
        "agentOs":"linux","dstPort":443,"fileSize":9007199254740993,"score":1.5e3,"relatedToThreat":true,"pid":"\u0032\ud83d\ude00é","errors":[{"code":1,"x":null}],
        "counts":{"a":1},"matrix":[[1,2],[]],"metadata":{"k":[1]},"codes":[1,null],"agentUuid":"33b3a892-d388-d3e6-6ead-a98acb5d054c","day":"2024-02-29","raw":"AQID","price":1.0
        """) + """],"pagination":{"nextCursor":"abc","totalItems":2},"extra":[{"deep":{"er":"\\"}}]}""");

    private static readonly string[] Snippets = ["\"", "{", "}", "[", "]", ",", ":", "null", "\\ud800", "\\", "1e999", "\"id\":{},", "-", "\0"];

    private static readonly Gen<Func<byte[], byte[]>> Mutation = Gen.OneOf(
        Gen.Select(Gen.Int[0, Seed.Length - 1], Gen.Byte).Select((at, value) => Change(at, b => [value])),
        Gen.Select(Gen.Int[0, Seed.Length - 1], Gen.Int[0, Snippets.Length - 1].Select(i => Snippets[i])).Select((at, text) => Change(at, b => [.. Encoding.UTF8.GetBytes(text), b])),
        Gen.Int[0, Seed.Length - 1].Select(at => Change(at, b => [])),
        Gen.Int[0, Seed.Length].Select<int, Func<byte[], byte[]>>(length => bytes => bytes[..Math.Min(length, bytes.Length)]));

    [Fact]
    public void Mutated_bodies_give_a_value_or_a_format_exception() => Mutation.Array[1, 6].Sample(
        mutations =>
        {
            var json = mutations.Aggregate(Seed, (bytes, mutate) => mutate(bytes));
            try
            {
                var page = WireJson.Read(WireType.Model<ThreatEventPage>(), json);
                // What was taken can be written, and what was written is JSON.
                using var written = JsonDocument.Parse(WireJson.Write(WireType.Model<ThreatEventPage>(), page));
                return written.RootElement.ValueKind == JsonValueKind.Object;
            }
            catch (WireFormatException e)
            {
                return e.Path!.StartsWith('$') && e.ByteOffset >= 0 && e.ByteOffset <= json.Length;
            }
        },
        iter: TestForm.Count(full: 20_000, sample: 3_000));

    [Fact]
    public void Tolerant_reading_never_loses_what_strict_reading_accepts() => Mutation.Array[0, 3].Sample(
        mutations =>
        {
            var json = mutations.Aggregate(Seed, (bytes, mutate) => mutate(bytes));
            try
            {
                var strict = WireJson.Read(WireType.Model<ThreatEventPage>(), json, new ReadOptions { Mode = ContractMode.Strict });
                var tolerant = WireJson.Read(WireType.Model<ThreatEventPage>(), json);
                return WireJson.Write(WireType.Model<ThreatEventPage>(), strict).AsSpan().SequenceEqual(WireJson.Write(WireType.Model<ThreatEventPage>(), tolerant));
            }
            catch (WireFormatException)
            {
                return true;
            }
        },
        iter: 5_000);

    [Fact]
    public void Any_string_survives_a_round_trip() => Gen.String.Where(IsUnicode).Sample(text =>
        Json.Read(Json.Write(new ThreatEvent { Id = text, AdditionalData = { [text + "!"] = text } })) is var back &&
        back.Id == text && ((JsonElement)back.AdditionalData[text + "!"]).GetString() == text);

    private static Func<byte[], byte[]> Change(int at, Func<byte, byte[]> change) =>
        bytes => at >= bytes.Length ? bytes : [.. bytes[..at], .. change(bytes[at]), .. bytes[(at + 1)..]];

    private static bool IsUnicode(string text) => !text.EnumerateRunes().Any(r => r == Rune.ReplacementChar);
}
