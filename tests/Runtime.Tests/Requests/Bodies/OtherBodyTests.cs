using System.Text;
using System.Text.Json;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Requests.Bodies;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;
using Sample.Models;

namespace Kiln.Runtime.Tests.Requests.Bodies;

/// <summary>URL-encoded forms, JSON Patches, lines of JSON, texts and XML.</summary>
public class OtherBodyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_form_has_a_field_for_each_property_and_item()
    {
        var form = JsonElement("""{"a":"x y&=+é","n":1.5,"none":null,"tags":["a,b","c"],"at":{"city":"Ulm"},"filter":{"name":"rex","ids":[1,2]},"ids":[1,2]}""");

        var request = new RequestInformation().SetFormContent(WireType.Json, form, [("filter", ParameterStyle.DeepObject), ("ids", ParameterStyle.PipeDelimited)]);

        Assert.Equal("application/x-www-form-urlencoded", request.Headers["Content-Type"].Single());
        Assert.Equal(
            "a=x%20y%26%3D%2B%C3%A9&n=1.5&tags=a%2Cb&tags=c&at=%7B%22city%22%3A%22Ulm%22%7D&filter%5Bname%5D=rex&filter%5Bids%5D%5B0%5D=1&filter%5Bids%5D%5B1%5D=2&ids=1%7C2",
            Text(request));
    }

    [Fact]
    public void What_is_no_object_or_cannot_be_sent_is_no_form()
    {
        Assert.Throws<ArgumentException>(() => new RequestInformation().SetFormContent(WireType.Json, JsonElement("[1]")));
        Assert.Throws<ArgumentException>(() => new RequestInformation().SetFormContent(WireType.Dictionary(WireType.Double), new() { ["a"] = double.NaN }));
        Assert.Contains("tags", Assert.Throws<ArgumentException>(() => new RequestInformation().SetFormContent(WireType.Json, JsonElement("""{"tags":[null]}"""))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_patch_is_a_list_of_operations_in_their_order()
    {
        var patch = new JsonPatch([JsonPatchOperation.Test("/version", 3)])
            .Add("/tags/-", "é\"")
            .Replace("/at", JsonPatchValue.Of(WireType.Date, new(2024, 2, 3)))
            .Replace("/event", new ThreatEvent { Id = "7" })
            .Replace("/none", default)
            .Remove("/a~1b")
            .Move("/from", "/to")
            .Copy("/from", "");

        var request = new RequestInformation().SetJsonPatchContent(patch);

        Assert.Equal("application/json-patch+json", request.Headers["Content-Type"].Single());
        using var sent = JsonDocument.Parse(Text(request));
        Assert.Equal(
            ["""{"op":"test","path":"/version","value":3}""", """{"op":"add","path":"/tags/-","value":"é\""}""", """{"op":"replace","path":"/at","value":"2024-02-03"}"""],
            sent.RootElement.EnumerateArray().Take(3).Select(o => o.GetRawText()));
        Assert.Equal("7", sent.RootElement[3].GetProperty("value").GetProperty("id").GetString());
        Assert.Equal(
            ["""{"op":"replace","path":"/none","value":null}""", """{"op":"remove","path":"/a~1b"}""", """{"op":"move","from":"/from","path":"/to"}""", """{"op":"copy","from":"/from","path":""}"""],
            sent.RootElement.EnumerateArray().Skip(4).Select(o => o.GetRawText()));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("/a~2")]
    [InlineData("/a~")]
    [InlineData("#/a")]
    public void What_is_no_pointer_is_refused(string path) => Assert.Throws<ArgumentException>(() => new JsonPatch().Remove(path));

    [Fact]
    public async Task Lines_are_sent_as_they_come_and_their_iterator_is_ended()
    {
        await using var server = await TestServer.StartAsync(204, null, "");
        var ended = new TaskCompletionSource();

        await SendAsync(server, r => r.SetJsonLinesContent(WireType.Dictionary(WireType.Int32), Items(3, ended)));

        var seen = Assert.Single(server.Requests);
        Assert.Equal(("application/x-ndjson", "{\"n\":0}\n{\"n\":1}\n{\"n\":2}\n"), (seen.Headers["Content-Type"], seen.Body));
        await ended.Task.WaitAsync(Token);
    }

    [Theory]
    [InlineData("application/json-seq", null, true)]
    [InlineData("application/x-ndjson", "application/json-seq", true)]
    [InlineData("application/json-seq", "application/x-ndjson", false)]
    public async Task Items_of_a_sequence_have_a_separator(string contentType, string? ofCaller, bool isSequence)
    {
        await using var server = await TestServer.StartAsync(204, null, "");

        await SendAsync(server, r =>
        {
            if (ofCaller is not null)
                r.Headers.Add("Content-Type", ofCaller);
            return r.SetJsonLinesContent(WireType.Dictionary(WireType.Int32), Items(2, new()), contentType);
        });

        var seen = Assert.Single(server.Requests);
        Assert.Equal((ofCaller ?? contentType, isSequence ? "\u001e{\"n\":0}\n\u001e{\"n\":1}\n" : "{\"n\":0}\n{\"n\":1}\n"), (seen.Headers["Content-Type"], seen.Body));
    }

    [Fact]
    public async Task The_iterator_of_a_call_that_fails_is_ended_too()
    {
        var ended = new TaskCompletionSource();
        var request = new RequestInformation();
        request.SetJsonLinesContent(WireType.Dictionary(WireType.Int32), Items(int.MaxValue, ended, Token));
        await request.Content.ReadExactlyAsync(new byte[3], Token);

        await request.Content.DisposeAsync();

        await ended.Task.WaitAsync(Token);
    }

    [Theory]
    [InlineData("text/plain", "text/plain; charset=utf-8", "C3A9")]
    [InlineData("text/plain; charset=ISO-8859-1", "text/plain; charset=ISO-8859-1", "E9")]
    [InlineData("text/plain; charset=\"utf-16\"", "text/plain; charset=\"utf-16\"", "00E9")]
    public void A_text_is_sent_in_the_charset_of_its_content_type(string contentType, string sentType, string bytes)
    {
        var request = new RequestInformation().SetStringContent("é", contentType);

        Assert.Equal(sentType, request.Headers["Content-Type"].Single());
        Assert.Equal(bytes, Convert.ToHexString(((MemoryStream)request.Content).ToArray()));
    }

    [Theory]
    [InlineData("text/plain; charset=us-ascii")]
    [InlineData("text/plain; charset=no-such")]
    public void A_text_that_the_charset_does_not_have_is_refused(string contentType) =>
        Assert.Throws<ArgumentException>(() => new RequestInformation().SetStringContent("é", contentType));

    [Fact]
    public void XML_is_a_text_or_a_stream()
    {
        var text = new RequestInformation().SetXmlContent("<a>é</a>");
        var stream = new RequestInformation().SetXmlContent(new MemoryStream("<a/>"u8.ToArray()), "text/xml");

        Assert.Equal(("application/xml; charset=utf-8", "<a>é</a>"), (text.Headers["Content-Type"].Single(), Text(text)));
        Assert.Equal(("text/xml", "<a/>"), (stream.Headers["Content-Type"].Single(), Text(stream)));
    }

    private static async IAsyncEnumerable<Dictionary<string, int>> Items(
        int count, TaskCompletionSource ended, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            for (var i = 0; i < count; i++)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                yield return new() { ["n"] = i };
            }
        }
        finally
        {
            ended.TrySetResult();
        }
    }

    private static async Task SendAsync(TestServer server, Func<RequestInformation, RequestInformation> set) =>
        await server.Adapter().SendAsync(set(new() { HttpMethod = Method.POST, URI = server.Url }), BodyType.None, new ErrorMap(), Token);

    private static JsonElement JsonElement(string json) => JsonDocument.Parse(json).RootElement;

    private static string Text(RequestInformation request) => new StreamReader(request.Content, Encoding.UTF8).ReadToEnd();
}
