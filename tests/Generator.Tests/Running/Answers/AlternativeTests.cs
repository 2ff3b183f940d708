using System.Reflection;
using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Running.Answers;

/// <summary>Answers in several media types and with several status codes, to an SDK that was emitted, compiled and called over a socket.</summary>
public sealed class AlternativeTests
{
    private const string Spec = """
        openapi: 3.0.3
        info: { title: Answers, version: '1' }
        paths:
          /pets:
            get:
              parameters: [{ name: media_type, in: query, required: true, schema: { type: string } }]
              responses:
                '200':
                  description: The pets.
                  headers: { X-Total: { schema: { type: integer } } }
                  content:
                    text/csv: { schema: { type: string } }
                    application/vnd.pets.v3.star+json: { schema: { type: array, items: { type: object, required: [stars], properties: { stars: { type: integer } } } } }
                    text/plain: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } }
                    text/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } }
                    application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } }
                    application/yaml: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } }
                '404': { description: None., content: { application/problem+json: { schema: { $ref: '#/components/schemas/E' } } } }
            post:
              responses:
                '204': { description: Nothing to do. }
                '202': { description: Later., content: { application/json: { schema: { $ref: '#/components/schemas/Job' } } } }
                '201': { description: Made., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                '200': { description: Was there., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                '203': { description: A number., content: { application/json: { schema: { type: integer, format: int32 } } } }
                '206': { description: A text., content: { text/plain: { schema: { type: string } } } }
                '404': { description: None., content: { application/json: { schema: { $ref: '#/components/schemas/E' } } } }
            head: { responses: { '200': { description: How many., headers: { X-Total: { schema: { type: integer } } } } } }
          /notes:
            get: { responses: { '200': { description: Note., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } }, text/plain: { schema: { type: string } } } }, '204': { description: None. } } }
            head: { responses: { '200': { description: There. } } }
          /headers:
            head:
              responses:
                '200':
                  description: Headers alone.
                  headers:
                    X-Ids: { schema: { type: array, items: { type: integer } } }
                    X-Pet: { schema: { $ref: '#/components/schemas/Pet' } }
                    X-Job: { explode: true, schema: { $ref: '#/components/schemas/Job' } }
                    X-Json: { content: { application/json: { schema: { $ref: '#/components/schemas/Job' } } } }
                    X-Any: { content: { application/json: {} } }
          /moved:
            get: { responses: { '302': { description: Elsewhere., headers: { Location: { schema: { type: string } } } }, default: { description: Bad., content: { application/json: { schema: { $ref: '#/components/schemas/E' } } } } } }
          /any:
            get: { responses: { '200': { description: A file., content: { '*/*': { schema: { type: string, format: binary } } } } } }
            put: { responses: { '200': { description: A text., content: { '*/*': { schema: { type: string } } } } } }
            post: { responses: { '200': { description: A file., content: { application/json: { schema: { type: string, format: binary } } } } } }
            delete: { responses: { '200': { description: Bytes., content: { '*/*': { schema: { type: string, format: byte } } } } } }
            patch: { responses: { '200': { description: XML., content: { application/xml: { schema: { $ref: '#/components/schemas/Pet' } } } } } }
        components:
          schemas:
            Pet: { type: object, required: [name], properties: { name: { type: string } } }
            Job: { type: object, required: [id], properties: { id: { type: integer } } }
            E: { type: object, properties: { why: { type: string } } }
        """;

    private const string Program = """
        #nullable enable
        using System;
        using System.IO;
        using System.Linq;
        using System.Text;
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
                        "pets" => string.Join(",", (await client.Pets.GetAsync("m")).Select(p => p.Name)),
                        "stars" => string.Join(",", (await client.Pets.GetStarAsync("m")).Select(p => p.Stars)),
                        "stars, whole" => await client.Pets.GetStarWithResponseAsync("m") is var r ? $"{r.StatusCode} {r.Headers.XTotal} {r.Body.Count}" : "",
                        "yaml" => await ShowAsync(await client.Pets.GetStreamAsync(AnswersMediaTypes.Yaml, "m")),
                        "csv" => await ShowAsync(await client.Pets.GetStreamAsync(AnswersMediaTypes.TextCsv, "m")),
                        "made" => Show(await client.Pets.PostAsync()),
                        "made, matched" => (await client.Pets.PostAsync()).Match(pet => "pet " + pet.Name, job => "job " + job.Id, number => "number " + number, text => "text " + text, status => "none " + status),
                        "made, whole" => await client.Pets.PostWithResponseAsync() is var r ? $"{r.StatusCode} {Show(r.Body)}" : "",
                        "head" => $"{(await client.Pets.HeadAsync()).XTotal}",
                        "head, untyped" => (await client.Notes.HeadAsync())["X-Total"].Single(),
                        "headers" => await client.Headers.HeadAsync() is var h ? $"{string.Join("|", h.XIds!)} {h.XPet!.Name} {h.XJob!.Id} {h.XJson!.Id} {h.XAny}" : "",
                        "headers, none" => await client.Headers.HeadAsync() is { XIds: null, XPet: null, XJob: null, XJson: null, XAny: null } ? "none" : "some",
                        "note" => (await client.Notes.GetAsync())?.Name ?? "null",
                        "note, text" => await client.Notes.GetTextAsync() ?? "null",
                        "moved" => await ShowAsync(await client.Moved.GetAsync(r => r.FollowsRedirects = false)),
                        "moved, whole" => await client.Moved.GetWithResponseAsync(r => r.FollowsRedirects = false) is var r ? $"{r.StatusCode} {r.Headers.Location}" : "",
                        "any" => await ShowAsync(await client.Any.GetAsync()),
                        "any, text" => await client.Any.PutAsync(),
                        "json file" => await ShowAsync(await client.Any.PostAsync()),
                        "bytes" => Encoding.UTF8.GetString(await client.Any.DeleteAsync()),
                        "xml" => await client.Any.PatchAsync(),
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

            private static string Show(PetsPostResult r) => $"{r.StatusCode}: {r.Pet?.Name ?? "-"} {r.Job?.Id.ToString() ?? "-"} {r.NonAuthoritativeInformation?.ToString() ?? "-"} {r.PartialContent ?? "-"}";

            private static async Task<string> ShowAsync(ResponseStream stream)
            {
                using var reader = new StreamReader(stream);
                return $"{stream.StatusCode} {stream.ContentType} {stream.Location} {await reader.ReadToEndAsync()}";
            }
        }
        """;

    private const string Json = "Content-Type: application/json\n\n";

    private static readonly Lazy<MethodInfo> Run = new(() => LoadedSdk.Of(Spec, "Sdk", Program).Type("Program").GetMethod("RunAsync")!);

    [Theory]
    [InlineData("pets", $"200 OK\n{Json}[{{\"name\":\"Rex\"}}]", "Rex")]
    [InlineData("pets", "200 OK\nContent-Type: text/plain\n\n[{\"name\":\"Rex\"}]", "Rex")]
    [InlineData("pets", "404 Not Found\nContent-Type: application/problem+json\n\n{\"why\":\"none\"}", "404 none")]
    [InlineData("stars", "200 OK\nContent-Type: application/vnd.pets.v3.star+json\n\n[{\"stars\":3}]", "3")]
    [InlineData("stars", $"404 Not Found\n{Json}{{\"why\":\"none\"}}", "404 none")]
    [InlineData("stars, whole", "200 OK\nX-Total: 7\nContent-Type: application/vnd.pets.v3.star+json\n\n[{\"stars\":3}]", "200 7 1")]
    [InlineData("yaml", "200 OK\nContent-Type: application/yaml\n\n- name: Rex", "200 application/yaml  - name: Rex")]
    [InlineData("csv", "200 OK\nContent-Type: text/csv\n\nname", "200 text/csv  name")]
    [InlineData("csv", $"404 Not Found\n{Json}{{\"why\":\"none\"}}", "404 none")]
    [InlineData("made", $"200 OK\n{Json}{{\"name\":\"Rex\"}}", "200: Rex - - -")]
    [InlineData("made", $"201 Created\n{Json}{{\"name\":\"Rex\"}}", "201: Rex - - -")]
    [InlineData("made", $"202 Accepted\n{Json}{{\"id\":7}}", "202: - 7 - -")]
    [InlineData("made", $"203 Non-Authoritative Information\n{Json}5", "203: - - 5 -")]
    [InlineData("made", "206 Partial Content\nContent-Type: text/plain\n\nhi", "206: - - - hi")]
    [InlineData("made", "204 No Content", "204: - - - -")]
    [InlineData("made", $"207 Multi-Status\n{Json}{{}}", "ResponseBodyException 207 {}")]
    [InlineData("made", $"404 Not Found\n{Json}{{\"why\":\"none\"}}", "404 none")]
    [InlineData("made, matched", $"201 Created\n{Json}{{\"name\":\"Rex\"}}", "pet Rex")]
    [InlineData("made, matched", $"202 Accepted\n{Json}{{\"id\":7}}", "job 7")]
    [InlineData("made, matched", $"203 Non-Authoritative Information\n{Json}5", "number 5")]
    [InlineData("made, matched", "206 Partial Content\nContent-Type: text/plain\n\nhi", "text hi")]
    [InlineData("made, matched", "204 No Content", "none 204")]
    [InlineData("made, whole", $"202 Accepted\n{Json}{{\"id\":7}}", "202 202: - 7 - -")]
    [InlineData("head", "200 OK\nX-Total: 3", "3")]
    [InlineData("head", "404 Not Found", "ServiceException 404 ")]
    [InlineData("head, untyped", "200 OK\nX-Total: 3", "3")]
    [InlineData("headers", "200 OK\nX-Ids: 1, 2\nX-Pet: name,Rex\nX-Job: id=7\nX-Json: {\"id\":8}\nX-Any: [1]", "1|2 Rex 7 8 [1]")]
    [InlineData("headers, none", "200 OK", "none")]
    [InlineData("note", $"200 OK\n{Json}{{\"name\":\"Rex\"}}", "Rex")]
    [InlineData("note", "204 No Content", "null")]
    [InlineData("note, text", "200 OK\nContent-Type: text/plain\n\nhi", "hi")]
    [InlineData("note, text", "204 No Content", "null")]
    [InlineData("moved", "302 Found\nLocation: https://files.test/a", "302  https://files.test/a ")]
    [InlineData("moved", "200 OK\nContent-Type: image/png\n\npng", "200 image/png  png")]
    [InlineData("moved", $"500 Internal Server Error\n{Json}{{\"why\":\"broken\"}}", "500 broken")]
    [InlineData("moved, whole", "302 Found\nLocation: https://files.test/a", "302 https://files.test/a")]
    [InlineData("any", "200 OK\nContent-Type: image/png\n\npng", "200 image/png  png")]
    [InlineData("any, text", "200 OK\nContent-Type: text/plain\n\nhi", "hi")]
    [InlineData("any, text", $"200 OK\n{Json}\"hi\"", "hi")]
    [InlineData("json file", "200 OK\nContent-Type: image/png\n\npng", "200 image/png  png")]
    [InlineData("bytes", "200 OK\nContent-Type: application/pdf\n\npdf", "pdf")]
    [InlineData("xml", "200 OK\nContent-Type: application/xml\n\n<a/>", "<a/>")]
    public async Task Gives(string operation, string answer, string expected)
    {
        foreach (var isStrict in new[] { false, true })
        {
            await using var server = new RawServer(answer);

            Assert.Equal(expected, await (Task<string>)Run.Value.Invoke(null, [server.Url, operation, isStrict])!);
        }
    }

    [Theory]
    [InlineData("pets", "application/json, application/problem+json;q=0.9")]
    [InlineData("stars", "application/vnd.pets.v3.star+json, application/problem+json;q=0.9")]
    [InlineData("yaml", "application/yaml")]
    [InlineData("made", "application/json, text/plain")]
    [InlineData("head", "application/json, */*;q=0.8")]
    [InlineData("note, text", "text/plain, application/json;q=0.9")]
    [InlineData("moved", "*/*")]
    [InlineData("any", "*/*")]
    [InlineData("any, text", "text/plain, application/json;q=0.9, */*;q=0.8")]
    [InlineData("json file", "application/json, */*;q=0.8")]
    [InlineData("xml", "application/xml, application/json;q=0.9")]
    public async Task Asks_for_what_the_method_reads(string operation, string accept)
    {
        await using var server = new RawServer("204 No Content");

        await (Task<string>)Run.Value.Invoke(null, [server.Url, operation, false])!;

        Assert.Contains($"\r\nAccept: {accept}\r\n", Assert.Single(server.Requests));
    }
}
