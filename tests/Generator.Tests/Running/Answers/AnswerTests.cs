using System.Reflection;
using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Running.Answers;

/// <summary>Answers without a body, and those of which the document says nothing, to an SDK that was emitted, compiled and called over a socket.</summary>
public sealed class AnswerTests
{
    private const string Spec = """
        openapi: 3.0.3
        info: { title: Answers, version: '1' }
        paths:
          /plain: { get: { responses: { '200': { $ref: '#/components/responses/M' } } } }
          /maybe: { get: { responses: { '200': { $ref: '#/components/responses/M' }, '204': { description: None yet. }, '401': { $ref: '#/components/responses/E' } } } }
          /later: { post: { responses: { '200': { $ref: '#/components/responses/M' }, '202': { description: Later. } } } }
          /cached: { get: { responses: { '200': { $ref: '#/components/responses/M' }, '304': { description: As it was. } } } }
          /number: { get: { responses: { '200': { description: A number., content: { application/json: { schema: { type: integer } } } }, '205': { description: None. } } } }
          /text: { get: { responses: { '200': { description: A text., content: { text/plain: { schema: { type: string } } } }, '204': { description: None. } } } }
          /file: { get: { responses: { '200': { description: A file., content: { application/octet-stream: { schema: { type: string, format: binary } } } }, '204': { description: None. } } } }
          /head:
            head: { responses: { '200': { description: It is there., headers: { X-Count: { schema: { type: integer } } }, content: { application/json: { schema: { $ref: '#/components/schemas/M' } } } }, '404': { description: Not there. } } }
          /export: { get: { responses: { '200': { description: A file. }, '401': { $ref: '#/components/responses/E' } } } }
          /open: { put: { responses: { '200': { description: Anything., content: { application/json: {} } } } } }
          /done: { delete: { responses: { '204': { description: Done. }, '304': { description: Was done. } } } }
          /pages:
            get:
              x-kiln-paging: { cursor: cursor, nextCursor: /next, items: /data, total: /total, countOnly: countOnly }
              parameters: [{ name: cursor, in: query, schema: { type: string } }, { name: countOnly, in: query, schema: { type: boolean } }]
              responses:
                '200': { description: A page., content: { application/json: { schema: { $ref: '#/components/schemas/Page' } } } }
                '202': { description: No page. }
        components:
          schemas:
            M: { type: object, properties: { a: { type: integer } } }
            Page: { type: object, required: [total], properties: { data: { type: array, items: { $ref: '#/components/schemas/M' } }, next: { type: string, nullable: true }, total: { type: integer } } }
            E: { type: object, properties: { why: { type: string } } }
          responses:
            M: { description: An M., content: { application/json: { schema: { $ref: '#/components/schemas/M' } } } }
            E: { description: An error., content: { application/json: { schema: { $ref: '#/components/schemas/E' } } } }
        """;

    private const string Program = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading.Tasks;
        using Kiln.Runtime.Contracts;
        using Kiln.Runtime.Requests;
        using Kiln.Runtime.Responses;
        using Microsoft.Kiota.Abstractions.Authentication;
        using Sdk;
        using Sdk.Models;

        public static class Program
        {
            public static async Task<string> RunAsync(string url, string operation, bool isStrict)
            {
                var options = new ReadOptions { Mode = isStrict ? ContractMode.Strict : ContractMode.Tolerant };
                using var adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), new Uri(url), readOptions: options);
                var client = new AnswersClient(adapter);
                try
                {
                    return operation switch
                    {
                        "plain" => Show(await client.Plain.GetAsync()),
                        "maybe" => Show(await client.Maybe.GetAsync()),
                        "maybe, whole" => Show(await client.Maybe.GetWithResponseAsync()),
                        "later" => Show(await client.Later.PostAsync()),
                        "cached" => Show(await client.Cached.GetWithResponseAsync()),
                        "number" => (await client.Number.GetAsync())?.ToString() ?? "null",
                        "text" => await client.Text.GetAsync() is { } text ? $"'{text}'" : "null",
                        "file" => await ShowAsync(await client.File.GetAsync()),
                        "head" => await Done(client.Head.HeadAsync()),
                        "head, whole" => await client.Head.HeadWithResponseAsync() is var r ? $"{r.StatusCode} {r.Headers.XCount} {r.Body}" : "",
                        "export" => await ShowAsync(await client.Export.GetStreamAsync()),
                        "export, no body" => await Done(client.Export.GetAsync()),
                        "open" => (await client.Open.PutAsync()).ToString(),
                        "open, stream" => await ShowAsync(await client.Open.PutStreamAsync()),
                        "done" => await Done(client.Done.DeleteAsync()),
                        "pages" => Show(await client.Pages.GetAsync()),
                        "pages, items" => await ItemsAsync(client.Pages.GetAllAsync()),
                        "pages, pages" => await PagesAsync(client.Pages.GetAllAsync().ByPageAsync()),
                        "pages, count" => (await client.Pages.CountAsync()).ToString(),
                        _ => throw new ArgumentException(operation),
                    };
                }
                catch (EException e)
                {
                    return $"{e.StatusCode} {e.Error?.Why}";
                }
                catch (ServiceException e)
                {
                    return $"{(e is ResponseBodyException ? nameof(ResponseBodyException) : nameof(ServiceException))} {e.StatusCode} {e.BodyText}";
                }
            }

            private static string Show(M? m) => m is null ? "null" : $"{m.A}";

            private static string Show(Page? page) => page is null ? "null" : $"{page.Data?.Count}";

            private static string Show<T>(Response<M?, T> r) => $"{r.StatusCode} {Show(r.Body)}";

            private static async Task<string> Done(Task task)
            {
                await task;
                return "done";
            }

            private static async Task<string> ShowAsync(Stream? stream)
            {
                if (stream is null)
                    return "null";
                using var reader = new StreamReader(stream);
                return $"'{await reader.ReadToEndAsync()}'";
            }

            private static async Task<string> ItemsAsync(IAsyncEnumerable<M> items)
            {
                var count = 0;
                await foreach (var item in items)
                    count++;
                return $"{count} items";
            }

            private static async Task<string> PagesAsync<T>(IAsyncEnumerable<T> pages)
            {
                var count = 0;
                await foreach (var page in pages)
                    count++;
                return $"{count} pages";
            }
        }
        """;

    private const string NoContent = "204 No Content";
    private const string Empty = "200 OK\nContent-Type: application/json\nContent-Length: 0";
    private const string Json = "200 OK\nContent-Type: application/json\n\n{\"a\":1}";
    private const string Html = "200 OK\nContent-Type: text/html\n\n<p>no</p>";
    private const string Refused = "401 Unauthorized\nContent-Type: application/json\n\n{\"why\":\"no key\"}";

    private static readonly Lazy<MethodInfo> Run = new(() => LoadedSdk.Of(Spec, "Sdk", Program).Type("Program").GetMethod("RunAsync")!);

    [Theory]
    [InlineData("plain", Json, "1")]
    [InlineData("plain", NoContent, "ResponseBodyException 204 ")]
    [InlineData("plain", Empty, "ResponseBodyException 200 ")]
    [InlineData("maybe", Json, "1")]
    [InlineData("maybe", NoContent, "null")]
    [InlineData("maybe", "204 No Content\n\n{\"a\":1}", "null")]
    [InlineData("maybe", "205 Reset Content\nContent-Length: 0", "null")]
    [InlineData("maybe", Empty, "null")]
    [InlineData("maybe", "200 OK\nContent-Type: application/json\n\nnull", "null")]
    [InlineData("maybe", Html, "ResponseBodyException 200 <p>no</p>")]
    [InlineData("maybe", "200 OK\nContent-Length: 7\n\n{\"a\":", "ResponseBodyException 200 {\"a\":")]
    [InlineData("maybe", "200 OK\nContent-Length: 7", "ResponseBodyException 200 ")]
    [InlineData("maybe", Refused, "401 no key")]
    [InlineData("maybe, whole", NoContent, "204 null")]
    [InlineData("maybe, whole", Json, "200 1")]
    [InlineData("maybe", "304 Not Modified", "ServiceException 304 ")]
    [InlineData("later", "202 Accepted\nContent-Length: 0", "null")]
    [InlineData("later", "202 Accepted\n\nwait a moment", "null")]
    [InlineData("cached", "304 Not Modified\nETag: \"x\"", "304 null")]
    [InlineData("cached", Json, "200 1")]
    [InlineData("number", "205 Reset Content\nContent-Length: 0", "null")]
    [InlineData("number", "200 OK\n\n7", "7")]
    [InlineData("number", "200 OK\n\n\"seven\"", "ResponseBodyException 200 \"seven\"")]
    [InlineData("text", NoContent, "null")]
    [InlineData("text", "200 OK\nContent-Length: 0", "''")]
    [InlineData("text", "200 OK\n\nhi", "'hi'")]
    [InlineData("file", NoContent, "null")]
    [InlineData("file", "200 OK\n\nabc", "'abc'")]
    [InlineData("head", "200 OK\nContent-Type: application/json\nContent-Length: 7\nX-Count: 3", "done")]
    [InlineData("head, whole", "200 OK\nContent-Type: application/json\nContent-Length: 7\nX-Count: 3", "200 3 NoContent { }")]
    [InlineData("head", "404 Not Found\nContent-Length: 9", "ServiceException 404 ")]
    [InlineData("export", "200 OK\nContent-Type: text/csv\n\na,b", "'a,b'")]
    [InlineData("export", "200 OK\nContent-Length: 0", "''")]
    [InlineData("export", Html, "'<p>no</p>'")]
    [InlineData("export", Refused, "401 no key")]
    [InlineData("export", "502 Bad Gateway\nContent-Type: text/html\n\n<p>no</p>", "ServiceException 502 <p>no</p>")]
    [InlineData("export, no body", "200 OK\nContent-Type: text/csv\n\na,b", "done")]
    [InlineData("open", Json, "{\"a\":1}")]
    [InlineData("open", Html, "ResponseBodyException 200 <p>no</p>")]
    [InlineData("open, stream", Html, "'<p>no</p>'")]
    [InlineData("done", NoContent, "done")]
    [InlineData("done", "304 Not Modified", "done")]
    [InlineData("pages", "202 Accepted\nContent-Length: 0", "null")]
    [InlineData("pages, items", "202 Accepted\nContent-Length: 0", "0 items")]
    [InlineData("pages, items", NoContent, "0 items")]
    [InlineData("pages, items", Empty, "0 items")]
    [InlineData("pages, items", "200 OK\n\n{\"data\":[{},{}],\"next\":null,\"total\":2}", "2 items")]
    [InlineData("pages, items", Html, "ResponseBodyException 200 <p>no</p>")]
    [InlineData("pages, pages", NoContent, "0 pages")]
    [InlineData("pages, pages", Empty, "0 pages")]
    [InlineData("pages, count", NoContent, "0")]
    [InlineData("pages, count", "200 OK\n\n{\"data\":[],\"next\":null,\"total\":2}", "2")]
    public async Task Gives(string operation, string answer, string expected)
    {
        foreach (var isStrict in new[] { false, true })
        {
            await using var server = new RawServer(answer);

            Assert.Equal(expected, await (Task<string>)Run.Value.Invoke(null, [server.Url, operation, isStrict])!);
        }
    }

    [Theory]
    [InlineData("later", "201 Created\n\n{\"a\":2}", "2", "ResponseBodyException 201 {\"a\":2}")]
    [InlineData("export", NoContent, "''", "ResponseBodyException 204 ")]
    public async Task A_success_that_the_document_does_not_have_is_read_or_refused(string operation, string answer, string tolerant, string strict)
    {
        await using var server = new RawServer(answer);

        Assert.Equal(tolerant, await (Task<string>)Run.Value.Invoke(null, [server.Url, operation, false])!);
        Assert.Equal(strict, await (Task<string>)Run.Value.Invoke(null, [server.Url, operation, true])!);
    }

    [Theory]
    [InlineData("export", "application/json, */*;q=0.8")]
    [InlineData("open", "application/json, */*;q=0.8")]
    [InlineData("done", "application/json")]
    public async Task Asks_for_what_may_come(string operation, string accept)
    {
        await using var server = new RawServer(Json);

        await (Task<string>)Run.Value.Invoke(null, [server.Url, operation, false])!;

        Assert.Contains($"\r\nAccept: {accept}\r\n", Assert.Single(server.Requests));
    }

    [Fact]
    public void A_stream_is_offered_where_nothing_is_known_of_the_body_and_nowhere_else()
    {
        var streams = Run.Value.DeclaringType!.Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => m.Name.EndsWith("StreamAsync", StringComparison.Ordinal));

        Assert.Equal(["ExportRequestBuilder.GetStreamAsync", "OpenRequestBuilder.PutStreamAsync"], streams.Select(m => $"{m.DeclaringType!.Name}.{m.Name}").Order());
    }
}
