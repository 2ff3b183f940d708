using System.Reflection;
using System.Text;
using System.Text.Json;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Requests.Decoding;
using Kiln.Generator.Tests.Requests.Sending;

namespace Kiln.Generator.Tests.Running.Bodies;

/// <summary>Forms, patches and lines that an SDK sends over a socket, taken apart by readers of these tests, which share no code with the runtime.</summary>
public sealed class BodyTests
{
    private const string Spec = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        paths:
          /photos:
            post:
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      required: [photo, album]
                      properties:
                        photo: { type: string, format: binary }
                        album: { type: string }
                        count: { type: integer }
                        taken: { type: string, format: date }
                        place: { type: object, properties: { city: { type: string } } }
                        tags: { type: array, items: { type: string } }
                        more: { type: array, items: { type: string, format: binary } }
                        none: { type: string }
                    encoding: { photo: { contentType: image/png } }
              responses: { '204': { description: Added. } }
          /search:
            post:
              requestBody:
                required: true
                content:
                  application/x-www-form-urlencoded:
                    schema:
                      type: object
                      required: [text]
                      properties:
                        text: { type: string }
                        tags: { type: array, items: { type: string } }
                        ids: { type: array, items: { type: integer } }
                        filter: { type: object, properties: { name: { type: string }, near: { type: object, properties: { city: { type: string } } } } }
                        place: { type: object, properties: { city: { type: string } } }
                    encoding: { filter: { style: deepObject, explode: true }, ids: { style: pipeDelimited, explode: false } }
              responses: { '204': { description: Found. } }
          /pets:
            patch:
              requestBody:
                required: true
                content: { application/json-patch+json: { schema: { type: array, items: { type: object, properties: { op: { type: string }, path: { type: string } } } } } }
              responses: { '204': { description: Changed. } }
            post:
              requestBody:
                required: true
                content:
                  application/x-ndjson: { schema: { $ref: '#/components/schemas/Pet' } }
                  application/json-seq: { schema: { $ref: '#/components/schemas/Pet' } }
              responses: { '204': { description: Added. } }
            put:
              requestBody:
                required: true
                content:
                  application/json: { schema: { $ref: '#/components/schemas/Pet' } }
                  application/vnd.pets+json: { schema: { $ref: '#/components/schemas/Pet' } }
                  image/png: {}
                  image/*: {}
              responses: { '204': { description: Replaced. } }
        components:
          schemas:
            Pet: { type: object, required: [name], properties: { name: { type: string } } }
        """;

    private const string Program = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Text;
        using System.Threading.Tasks;
        using Kiln.Runtime.Requests;
        using Kiln.Runtime.Requests.Bodies;
        using Sdk;
        using Sdk.Models;

        public static class Program
        {
            public static Task CallAsync(Uri url, string call, string? contentType)
            {
                var client = new ShopClient(url);
                return call switch
                {
                    "multipart" => client.Photos.PostAsync(
                        new()
                        {
                            Photo = FilePart.FromStream(new MemoryStream([137, 80, 13, 10, 0]), "../r\"ex é.png"),
                            Album = "Ünter\r\n--den; Linden",
                            Count = 3,
                            Taken = new(2024, 2, 3),
                            Place = new() { City = "Ulm" },
                            Tags = ["a,b", ""],
                            More = [FilePart.FromBytes("1"u8.ToArray(), "1.txt", "text/plain"), FilePart.FromBytes("2"u8.ToArray(), "2.bin")],
                        },
                        r => r.ContentType = contentType),
                    "form" => client.Search.PostAsync(new()
                    {
                        Text = "a b&c=d+é%",
                        Tags = ["x,y", "z"],
                        Ids = [1, 2],
                        Filter = new() { Name = "rex", Near = new() { City = "Ulm" } },
                        Place = new() { City = "Bonn & Köln" },
                    }),
                    "patch" => client.Pets.PatchAsync(new JsonPatch().Test("/version", 3).Replace("/name", "Rex").Remove("/tags/0")),
                    "lines" => client.Pets.PostAsync(Pets(), r => r.ContentType = contentType),
                    "json" => client.Pets.PutAsync(new Pet { Name = "Rex" }, r => r.ContentType = contentType),
                    "picture" => client.Pets.PutBinaryAsync(new MemoryStream([1, 2]), r => r.ContentType = contentType),
                    _ => throw new InvalidOperationException(call),
                };
            }

            private static async IAsyncEnumerable<Pet> Pets()
            {
                yield return new() { Name = "Rex" };
                await Task.Yield();
                yield return new() { Name = "Zoë\n" };
            }
        }
        """;

    private static readonly Lazy<MethodInfo> Call = new(() => LoadedSdk.Of(Spec, "Sdk", Program).Type("Program").GetMethod("CallAsync")!);

    [Theory]
    [InlineData(null)]
    [InlineData("multipart/form-data; boundary=mine")]
    public async Task A_multipart_form_arrives_in_parts(string? contentType)
    {
        var request = await SentAsync("multipart", contentType);

        var type = request.Header("Content-Type")!;
        Assert.StartsWith("multipart/form-data; boundary=", type, StringComparison.Ordinal);
        Assert.True(contentType is null || Multipart.Parameter(type, "boundary") == "mine", type);
        Assert.Equal(
            [
                "photo, r\"ex é.png, image/png: 89500D0A00",
                $"album, , : {Hex("Ünter\r\n--den; Linden")}",
                $"count, , : {Hex("3")}",
                $"taken, , : {Hex("2024-02-03")}",
                $"place, , application/json: {Hex("""{"city":"Ulm"}""")}",
                $"tags, , : {Hex("a,b")}",
                "tags, , : ",
                $"more, 1.txt, text/plain: {Hex("1")}",
                $"more, 2.bin, application/octet-stream: {Hex("2")}",
            ],
            Multipart.Read(request.Body, type).Select(p => $"{p.Name}, {p.FileName}, {p.Header("Content-Type")}: {Convert.ToHexString(p.Body)}"));
    }

    [Fact]
    public async Task An_encoded_form_arrives_in_fields()
    {
        var request = await SentAsync("form");

        Assert.Equal("application/x-www-form-urlencoded", request.Header("Content-Type"));
        Assert.Equal(
            [
                ("text", "a b&c=d+é%"),
                ("tags", "x,y"),
                ("tags", "z"),
                ("ids", "1|2"),
                ("filter[name]", "rex"),
                ("filter[near][city]", "Ulm"),
                ("place", """{"city":"Bonn & Köln"}"""),
            ],
            Text(request).Split('&').Select(f => f.Split('=')).Select(f => (Decode(f[0]), Decode(f[1]))));

        static string Decode(string text) => System.Net.WebUtility.UrlDecode(text);
    }

    [Fact]
    public async Task A_patch_arrives_as_its_operations()
    {
        var request = await SentAsync("patch");

        Assert.Equal("application/json-patch+json", request.Header("Content-Type"));
        Assert.Equal("""[{"op":"test","path":"/version","value":3},{"op":"replace","path":"/name","value":"Rex"},{"op":"remove","path":"/tags/0"}]""", Text(request));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("application/json-seq", "\u001e")]
    public async Task Lines_arrive_one_by_one(string? contentType, string before)
    {
        var request = await SentAsync("lines", contentType);

        Assert.Equal(contentType ?? "application/x-ndjson", request.Header("Content-Type"));
        var lines = Text(request).Split('\n');
        Assert.Equal("", lines[^1]);
        Assert.All(lines[..^1], l => Assert.StartsWith(before, l, StringComparison.Ordinal));
        Assert.Equal(["Rex", "Zoë\n"], lines[..^1].Select(l => JsonDocument.Parse(l[before.Length..]).RootElement.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("json", null, "application/json")]
    [InlineData("json", "application/vnd.pets+json; v=2", "application/vnd.pets+json; v=2")]
    [InlineData("picture", null, "image/png")]
    [InlineData("picture", "image/gif", "image/gif")]
    public async Task A_body_can_be_sent_as_each_of_its_media_types(string call, string? contentType, string sent) =>
        Assert.Equal(sent, (await SentAsync(call, contentType)).Header("Content-Type"));

    [Theory]
    [InlineData("json", "image/png")]
    [InlineData("picture", "application/json")]
    [InlineData("lines", "application/json")]
    [InlineData("multipart", "application/json")]
    public async Task Nothing_is_sent_as_a_media_type_that_is_not_the_bodys(string call, string contentType)
    {
        await using var server = new LoopbackServer();

        await Assert.ThrowsAsync<ArgumentException>(() => CallAsync(server, call, contentType));

        Assert.Null(server.Take());
    }

    private static async Task<RawRequest> SentAsync(string call, string? contentType = null)
    {
        await using var server = new LoopbackServer();
        await CallAsync(server, call, contentType);
        return server.Take()!;
    }

    private static Task CallAsync(LoopbackServer server, string call, string? contentType) =>
        (Task)Call.Value.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [server.Address, call, contentType], null)!;

    private static string Hex(string text) => Convert.ToHexString(Encoding.UTF8.GetBytes(text));

    private static string Text(RawRequest request) => Encoding.UTF8.GetString(request.Body);
}
