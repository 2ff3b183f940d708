using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Sample;
using Sample.Models;

namespace Kiln.Runtime.Tests.Wire.Rfc8259;

/// <summary>Each text as an item of a page that arrives in small pieces: the pieces change nothing.</summary>
public sealed class JsonCasesInPiecesTests
{
    private const string Before = "{\"data\":[";
    private const string After = "],\"pagination\":{\"totalItems\":1}}";

    // The page is two levels more.
    private static readonly ReadOptions Options = new() { MaxDepth = 66 };

    private static readonly int[] PieceLengths = [1, 2, 3, 7];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Rules() => JsonCaseTests.Rules();

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_text_in_pieces_comes_to_what_it_comes_to_whole(string rule)
    {
        foreach (var text in JsonCaseTests.Cases.Where(c => c.Rule == rule))
        {
            byte[] page = [.. Encoding.ASCII.GetBytes(Before), .. text.Bytes, .. Encoding.ASCII.GetBytes(After)];
            var whole = await ReadAsync(page, int.MaxValue, ByPage);
            var wholeJson = await ReadAsync(page, int.MaxValue, AsJson);
            Assert.True(text.Verdict != Verdict.Accepted || (whole.Error is null && wholeJson.Items is [var only] && Same(only, text)), $"{text}: {wholeJson}");
            Assert.True(text.Verdict != Verdict.Refused || IsBlank(text) || (whole.Error is not null && wholeJson.Error is not null), $"{text}: {whole}, {wholeJson}");

            foreach (var length in PieceLengths)
            {
                var json = await ReadAsync(page, length, AsJson);
                var typed = await ReadAsync(page, length, ByItem);

                Assert.True(json.Error == wholeJson.Error && json.Items.SequenceEqual(wholeJson.Items), $"pieces of {length}, {text}: {json}, whole {wholeJson}");
                Assert.True(typed.Error is null == whole.Error is null, $"pieces of {length}, {text}: {typed}, whole {whole}");
                Assert.True(whole.Error is not null || typed.Items.SequenceEqual(whole.Items), $"pieces of {length}, {text}: {typed}, whole {whole}");
            }
        }
    }

    // As an item, nothing at all makes an empty list.
    private static bool IsBlank(JsonCase text) => text.Bytes.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0;

    private static bool Same(string item, JsonCase text) => item == Encoding.UTF8.GetString(text.Bytes).Trim(' ', '\t', '\r', '\n');

    private static async Task<Result> ReadAsync(byte[] page, int pieces, Func<EventsRequestBuilder, IAsyncEnumerable<string>> read)
    {
        var items = new List<string>();
        try
        {
            await foreach (var item in read(BodyAdapter.Events(_ => new PiecesStream(page, pieces), Options)).WithCancellation(Token))
                items.Add(item);
            return new(items, null);
        }
        catch (ResponseBodyException e)
        {
            return new(items, e.ByteOffset ?? -1);
        }
    }

    private static IAsyncEnumerable<string> AsJson(EventsRequestBuilder events) => events.GetAllAsync().AsJsonAsync(Token).Select(e => e.GetRawText());

    private static IAsyncEnumerable<string> ByItem(EventsRequestBuilder events) => events.GetAllAsync().Select(Write);

    private static IAsyncEnumerable<string> ByPage(EventsRequestBuilder events) => events.GetAllAsync().ByPageAsync(Token).SelectMany(p => p.Items.Select(Write));

    private static string Write(ThreatEvent item) => Encoding.UTF8.GetString(WireJson.Write(WireType.Model<ThreatEvent>(), item));

    /// <summary>What a reading handed out, and the offset of what ended it; null for no error.</summary>
    private sealed record Result(IReadOnlyList<string> Items, long? Error)
    {
        public override string ToString() => $"{Items.Count} items and {(Error is null ? "no error" : $"an error at {Error}")}";
    }
}
