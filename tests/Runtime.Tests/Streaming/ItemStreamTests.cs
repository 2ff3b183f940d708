using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Streaming;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Sample.Models;

namespace Kiln.Runtime.Tests.Streaming;

/// <summary>Lines, text sequences and arrays are read item by item, wherever their bytes are cut.</summary>
public sealed class ItemStreamTests
{
    private static readonly WireType<ErrorDetail> Detail = WireType.Model<ErrorDetail>();

    /// <summary>Bodies of two items, with the codes 1 and 2, the first with a title.</summary>
    public static TheoryData<ItemStreamFormat, string> Bodies() => new()
    {
        { ItemStreamFormat.Lines, "{\"code\":1,\"title\":\"a\"}\n{\"code\":2}\n" },
        { ItemStreamFormat.Lines, "{\"code\":1,\"title\":\"a\"}\r\n\r\n{\"code\":2}\r\n\r\n" },
        { ItemStreamFormat.Lines, "{\"code\":1,\"title\":\"a\"}\n{\"code\":2}" },
        { ItemStreamFormat.Lines, "\uFEFF\n {\"code\":1,\"title\":\"a\"} \n\t{\"code\":2}" },
        { ItemStreamFormat.Lines, "{\n  \"code\": 1,\n  \"title\": \"a\"\n}\n{\n  \"code\": 2\n}\n" },
        { ItemStreamFormat.Lines, "{\"code\":1,\"title\":\"a\"}{\"code\":2}" },
        { ItemStreamFormat.Sequence, "\u001e{\"code\":1,\"title\":\"a\"}\n\u001e{\"code\":2}\n" },
        { ItemStreamFormat.Sequence, "\u001e\u001e\u001e{\"code\":1,\n\"title\":\"a\"}\n\u001e{\"code\":2}" },
        { ItemStreamFormat.Sequence, "\uFEFF\u001e \n{\"code\":1,\"title\":\"a\"}\u001e{\"code\":2}\n\u001e" },
        { ItemStreamFormat.Array, "[{\"code\":1,\"title\":\"a\"},{\"code\":2}]" },
        { ItemStreamFormat.Array, "\uFEFF [ {\"code\":1,\"title\":\"a\"} , {\"code\":2} ] \n" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Items_are_the_same_in_pieces_of_any_length(ItemStreamFormat format, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        for (var length = 1; length <= bytes.Length; length++)
        {
            var violations = new List<ContractViolation>();
            var items = await StreamCalls.AllAsync(StreamCalls.Items(Type(Detail, format), new PiecesStream(bytes, length), new ReadOptions { OnViolation = violations.Add }));

            Assert.Equal([(1, "a"), (2, null)], items.Select(i => (i.Code, i.Title)));
            Assert.Empty(violations);
        }
    }

    [Theory]
    [InlineData(ItemStreamFormat.Lines, "{\"code\":1}\n")]
    [InlineData(ItemStreamFormat.Lines, "{\"code\":1}")]
    [InlineData(ItemStreamFormat.Sequence, "\u001e{\"code\":1}")]
    [InlineData(ItemStreamFormat.Array, "[{\"code\":1}")]
    public async Task An_item_is_there_when_its_last_byte_is(ItemStreamFormat format, string body)
    {
        var items = StreamCalls.Items(Type(Detail, format), new PiecesStream(Encoding.UTF8.GetBytes(body), 3) { StaysOpen = true }).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await items.MoveNextAsync());
        Assert.Equal(1, items.Current.Code);
        await items.DisposeAsync();
    }

    [Theory]
    [InlineData(ItemStreamFormat.Lines, "1\n2\ntrue\n\"x\"\nnull\n-3.5e1")]
    [InlineData(ItemStreamFormat.Sequence, "\u001e1\n\u001e2\n\u001etrue\n\u001e\"x\"\u001enull\n\u001e-3.5e1\n")]
    [InlineData(ItemStreamFormat.Array, "[1,2,true,\"x\",null,-3.5e1]")]
    public async Task Items_may_be_any_JSON(ItemStreamFormat format, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        for (var length = 1; length <= bytes.Length; length++)
        {
            var items = await StreamCalls.AllAsync(StreamCalls.Items(Type(WireType.Json, format), new PiecesStream(bytes, length)));

            Assert.Equal(["1", "2", "true", "\"x\"", "null", "-3.5e1"], items.Select(i => i.GetRawText()));
        }
    }

    [Theory]
    [InlineData(ItemStreamFormat.Lines, "")]
    [InlineData(ItemStreamFormat.Lines, "\n\r\n")]
    [InlineData(ItemStreamFormat.Sequence, "")]
    [InlineData(ItemStreamFormat.Array, "[]")]
    [InlineData(ItemStreamFormat.Array, " [ ] ")]
    public async Task There_may_be_none(ItemStreamFormat format, string body) => Assert.Empty(await StreamCalls.AllAsync(StreamCalls.Items(Type(Detail, format), body)));

    [Theory]
    [InlineData(ItemStreamFormat.Lines, "{\"code\":1}\n{\"code\":tru}\n{\"code\":3}\n", "$[1].code")]
    [InlineData(ItemStreamFormat.Lines, "{\"code\":1}\n,{\"code\":2}\n", "$[1]")]
    [InlineData(ItemStreamFormat.Lines, "{\"code\":1}\n{\"code\":2\n{\"code\":3}\n", "$[1].code")]
    [InlineData(ItemStreamFormat.Lines, "{\"code\":1}\n{\"code\":2", "$[1].code")]
    [InlineData(ItemStreamFormat.Lines, "{\"code\":1}\n<html>", "$[1]")]
    [InlineData(ItemStreamFormat.Array, "[{\"code\":1},]", "$[1]")]
    [InlineData(ItemStreamFormat.Array, "[{\"code\":1} {\"code\":2}]", "$[1]")]
    [InlineData(ItemStreamFormat.Array, "[{\"code\":1}", "$[1]")]
    [InlineData(ItemStreamFormat.Array, "[{\"code\":1}] 2", "$")]
    public async Task What_is_no_JSON_is_an_error_at_its_place_behind_the_items_before_it(ItemStreamFormat format, string body, string path)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        for (var length = 1; length <= bytes.Length; length++)
        {
            var (items, error) = await StreamCalls.ReadAsync(StreamCalls.Items(Type(Detail, format), new PiecesStream(bytes, length)));

            Assert.Equal([1], items.Select(i => i.Code));
            var e = Assert.IsType<ResponseBodyException>(error);
            Assert.Equal((path, 1), (e.Path, e.ItemIndex));
            Assert.InRange(e.ByteOffset ?? -1, 10, body.Length);
        }
    }

    [Theory]
    [InlineData("{\"code\":1}", "'{' where the start of a list was expected (at $, byte 0)")]
    [InlineData("", "that is empty, where JSON was expected")]
    public async Task A_body_that_is_no_array_says_so(string body, string problem)
    {
        var (_, error) = await StreamCalls.ReadAsync(StreamCalls.Items(Type(Detail, ItemStreamFormat.Array), body));

        Assert.Contains(problem, Assert.IsType<ResponseBodyException>(error).Message);
    }

    [Fact]
    public async Task Items_that_a_service_left_unfinished_are_left_out_of_a_sequence()
    {
        var bytes = Encoding.UTF8.GetBytes("\u001e{\"code\":1}\n\u001e{\"code\":2,\"tit\u001e{\"code\":3}\n\u001e12\u001etru\u001e{\"code\":4}\n\u001e{\"code\":");
        for (var length = 1; length <= bytes.Length; length++)
        {
            var violations = new List<string>();
            var items = await StreamCalls.AllAsync(
                StreamCalls.Items(Type(Detail, ItemStreamFormat.Sequence), new PiecesStream(bytes, length), new ReadOptions { OnViolation = v => violations.Add(v.ToString()) }));

            Assert.Equal([1, 3, 4], items.Select(i => i.Code));
            Assert.Equal(["$[1]", "$[3]", "$[4]", "$[6]"], violations.Where(v => v.Contains("a whole JSON text")).Select(v => v.Split(':', '.')[0]));
        }
    }

    [Fact]
    public async Task An_unfinished_item_of_a_sequence_ends_it_in_strict_mode()
    {
        var (items, error) = await StreamCalls.ReadAsync(
            StreamCalls.Items(Type(Detail, ItemStreamFormat.Sequence), "\u001e{\"code\":1}\n\u001e{\"code\u001e{\"code\":3}\n", new ReadOptions { Mode = ContractMode.Strict }));

        Assert.Single(items);
        Assert.Equal(1, Assert.IsType<ContractViolationException>(error).ItemIndex);
    }

    [Fact]
    public async Task Items_of_another_type_are_reported_and_left_out()
    {
        var bytes = Encoding.UTF8.GetBytes("{\"code\":\"1\"}\n3\n{\"code\":2}\n");
        for (var length = 1; length <= bytes.Length; length++)
        {
            var violations = new List<string>();
            var items = await StreamCalls.AllAsync(StreamCalls.Items(Type(Detail, ItemStreamFormat.Lines), new PiecesStream(bytes, length), new ReadOptions { OnViolation = v => violations.Add(v.ToString()) }));

            Assert.Equal([1, 2], items.Select(i => i.Code));
            Assert.Equal(["$[0].code: expected an integer of 32 bits, found string \"1\"", "$[1]: expected an object, found number 3"], violations);
        }
    }

    [Fact]
    public async Task Results_are_taken_out_of_their_objects_and_an_error_ends_them()
    {
        var type = new ItemStreamType<ErrorDetail>(Detail, ItemStreamFormat.Lines) { ResultProperty = "result", ErrorProperty = "error" };
        var bytes = Encoding.UTF8.GetBytes("{\"result\":{\"code\":1}}\n{\"x\":[{}],\"result\":{\"code\":2},\"error\":null}\n{\"error\":{\"errors\":[{\"code\":9}]}}\n{\"result\":{\"code\":3}}\n");
        for (var length = 1; length <= bytes.Length; length++)
        {
            var (items, error) = await StreamCalls.ReadAsync(StreamCalls.Items(type, new PiecesStream(bytes, length)));

            Assert.Equal([1, 2], items.Select(i => i.Code));
            var e = Assert.IsType<ErrorResponseException>(error);
            Assert.Equal(9, e.Error?.Errors.Single().Code);
            Assert.Equal("{\"errors\":[{\"code\":9}]}", e.BodyText);
        }
    }

    [Theory]
    [InlineData("{}", "$[0]: expected an object with result, found nothing")]
    [InlineData("[]", "$[0]: expected an object with result, found a list")]
    [InlineData("{\"result\":1}", "$[0].result: expected an object, found number 1")]
    [InlineData("{\"result\":null}", "$[0].result: expected an object, found null")]
    public async Task An_object_without_a_result_is_reported_and_left_out(string line, string violation)
    {
        var violations = new List<string>();
        var type = new ItemStreamType<ErrorDetail>(Detail, ItemStreamFormat.Lines) { ResultProperty = "result" };

        var items = await StreamCalls.AllAsync(StreamCalls.Items(type, line + "\n{\"result\":{\"code\":2}}\n", new ReadOptions { OnViolation = v => violations.Add(v.ToString()) }));

        Assert.Equal([2], items.Select(i => i.Code));
        Assert.Equal([violation], violations);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("iso-8859-1", true)]
    [InlineData("x-unknown", false)]
    public async Task Other_charsets_are_read(string charset, bool isKnown)
    {
        var encoding = isKnown ? Encoding.GetEncoding(charset) : Encoding.UTF8;
        var body = new PiecesStream(encoding.GetBytes("{\"code\":1,\"title\":\"é\"}\n{\"code\":2}\n"), 3);

        var (items, error) = await StreamCalls.ReadAsync(StreamCalls.Items(Type(Detail, ItemStreamFormat.Lines), body, contentType: $"application/x-ndjson; charset={charset}"));

        Assert.Equal(isKnown, error is null);
        Assert.Equal(isKnown ? new string?[] { "é", null } : [], items.Select(i => i.Title));
        if (!isKnown)
            Assert.Contains("of a charset that is not known", Assert.IsType<ResponseBodyException>(error).Message);
    }

    [Fact]
    public async Task A_response_without_a_body_has_no_items()
    {
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 204;
            await Task.CompletedTask;
        });

        Assert.Empty(await StreamCalls.AllAsync(StreamCalls.Items(Type(Detail, ItemStreamFormat.Lines), server.Adapter())));
    }

    private static ItemStreamType<T> Type<T>(WireType<T> item, ItemStreamFormat format) => new(item, format);
}
