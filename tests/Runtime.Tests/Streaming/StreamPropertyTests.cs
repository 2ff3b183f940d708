using System.Text;
using System.Text.Json;
using CsCheck;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Streaming;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Tests.Streaming;

/// <summary>Streams of any bytes become the same items however they are cut, and end in no other exception than a documented one.</summary>
public sealed class StreamPropertyTests
{
    private static readonly EventStreamType<JsonElement> JsonEvents = new(WireType.Json) { EndMarkers = ["[DONE]"] };

    // What streams are made of, whole and broken.
    private static readonly string[] Parts =
    [
        "data", "data:", "data: ", "event: ", "event: error\n", "id: ", "id: 1\n", "retry: ", "retry: 20\n", ": comment\n", "\n", "\n\n", "\r", "\r\n", "\r\r", "\u001e", "\uFEFF", "\0", " ", ",", "[", "]",
        "{\"a\":1}", "{\"a\":", "1", "12", "true", "tru", "null", "\"x\"", "\"\\", "\"é😀", "[1,{\"b\":[]}]", "{}", "}", "[DONE]", "{\"result\":{\"a\":1}}", "{\"error\":{\"errors\":[]}}", "\n\ndata: {\"a\":1}\n\n", "{\"a\":1}\n", "\u001e{\"a\":2}\n",
    ];

    private static long Runs => TestForm.Count(exhaustive: 20_000, full: 8_000, sample: 1_000);

    private static readonly string[] Kinds = ["texts", "events", "lines", "results", "sequence", "array"];

    [Theory]
    [InlineData("texts")]
    [InlineData("events")]
    [InlineData("lines")]
    [InlineData("results")]
    [InlineData("sequence")]
    [InlineData("array")]
    public void Any_split_gives_the_same_items(string kind)
    {
        var bodies = Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[0, 14].Select(parts => (kind == "array" ? "[" : "") + string.Concat(parts));

        Gen.Select(bodies, Gen.Int[1, 9].Array[1, 6]).Sample(
            (body, lengths) =>
            {
                var bytes = Encoding.UTF8.GetBytes(body);
                var number = 0;
                var whole = Read(kind, new PiecesStream(bytes, 1000));
                var pieces = Read(kind, new PiecesStream(bytes, () => lengths[number++ % lengths.Length]));
                return whole == pieces;
            },
            iter: Runs,
            threads: 1);
    }

    [Fact]
    public void Bytes_that_are_not_text_end_in_a_documented_exception()
    {
        Gen.Byte.Array[0, 60].Sample(
            bytes =>
            {
                foreach (var kind in Kinds)
                    Read(kind, new PiecesStream(bytes, 7));
            },
            iter: Runs,
            threads: 1);
    }

    /// <summary>The items, the violations, and the error.</summary>
    private static string Read(string kind, Stream body)
    {
        var result = new StringBuilder();
        var options = new ReadOptions { OnViolation = v => result.Append(v).Append('\n') };
        Task reading = kind switch
        {
            "texts" => ReadAsync(StreamCalls.Events(StreamCalls.Texts, body, options).WithoutReconnect().AsEventsAsync()),
            "events" => ReadAsync(StreamCalls.Events(JsonEvents, body, options).WithoutReconnect().AsEventsAsync()),
            "lines" => ReadAsync(StreamCalls.Items(Items(ItemStreamFormat.Lines), body, options)),
            "results" => ReadAsync(StreamCalls.Items(new ItemStreamType<JsonElement>(WireType.Json, ItemStreamFormat.Lines) { ResultProperty = "result", ErrorProperty = "error" }, body, options)),
            "sequence" => ReadAsync(StreamCalls.Items(Items(ItemStreamFormat.Sequence), body, options)),
            _ => ReadAsync(StreamCalls.Items(Items(ItemStreamFormat.Array), body, options)),
        };
        reading.GetAwaiter().GetResult();
        return result.ToString();

        async Task ReadAsync<T>(IAsyncEnumerable<T> stream)
        {
            var (items, error) = await StreamCalls.ReadAsync(stream);
            foreach (var item in items)
                result.Append(item).Append('\n');
            if (error is not null and not ServiceException)
                throw new InvalidOperationException("Another exception was thrown.", error);
            var place = error is ResponseBodyException e ? $"{e.Path} {e.ItemIndex}" : error?.Message;
            result.Append(error?.GetType()).Append(place);
        }
    }

    private static ItemStreamType<JsonElement> Items(ItemStreamFormat format) => new(WireType.Json, format);
}
