using System.Reflection;
using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Running.Answers;

/// <summary>Errors of each form, thrown by an SDK that was emitted, compiled and called over a socket, and caught as a person would.</summary>
public sealed class ErrorAnswerTests
{
    private const string Spec = """
        openapi: 3.0.3
        info: { title: Answers, version: '1' }
        paths:
          /pet:
            get:
              responses:
                '200': { description: A pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                '400': { description: All mistakes., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/E' } } } } }
                '402': { description: As RFC 9457 has it., content: { application/problem+json: {} } }
                '403': { description: Only for *owners*. }
                '404': { $ref: '#/components/responses/PetNotFound' }
                '406': { description: By field., content: { application/json: { schema: { type: object, additionalProperties: { $ref: '#/components/schemas/E' } } } } }
                '409': { description: One of two., content: { application/json: { schema: { oneOf: [{ $ref: '#/components/schemas/E' }, { $ref: '#/components/schemas/F' }] } } } }
                '410': { description: Gone, content: { application/json: { schema: { type: string } } } }
                '411': { description: A number., content: { application/json: { schema: { type: integer } } } }
                '415': { $ref: '#/components/responses/Unreadable' }
                '417': { description: Chosen., x-kiln-exception-name: TextualException, content: { text/plain: { schema: { type: string } } } }
                '422':
                  description: By media type.
                  content:
                    application/json: { schema: { $ref: '#/components/schemas/E' } }
                    application/problem+json: { schema: { $ref: '#/components/schemas/F' } }
                    text/plain: { schema: { type: string } }
                '423': { description: Of an enum., content: { application/json: { schema: { $ref: '#/components/schemas/Lock' } } } }
                '424': { description: With headers., headers: { X-Left: { schema: { type: integer, format: int32 } } } }
                '5XX': { description: The service failed., content: { text/plain: {} } }
        components:
          responses:
            PetNotFound:
              description: The pet does not exist.
              headers: { X-Trace: { schema: { type: string } } }
              content: { application/json: { schema: { type: object, properties: { code: { type: integer, format: int32 } } } } }
            Unreadable: { description: Not read., content: { text/plain: { schema: { type: string } } } }
          schemas:
            Pet: { type: object, properties: { name: { type: string } } }
            E: { type: object, required: [e], properties: { e: { type: string } } }
            F: { type: object, required: [f], properties: { f: { type: string } } }
            Lock: { type: string, enum: [edit, sale] }
        """;

    // Catching an exception must not give a warning: those of the compiler fail the test.
    private const string Program = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Kiln.Runtime.Http;
        using Kiln.Runtime.Requests;
        using Kiln.Runtime.Responses;
        using Kiln.Runtime.Responses.Problems;
        using Microsoft.Kiota.Abstractions;
        using Microsoft.Kiota.Abstractions.Authentication;
        using Sdk;
        using Sdk.Models;

        public static class Program
        {
            public static async Task<string> RunAsync(string url)
            {
                using var adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), new Uri(url));
                try
                {
                    return (await new AnswersClient(adapter).Pet.GetAsync(r => r.Options.Add(new RetryOptions { Delay = TimeSpan.Zero }))).Name ?? "";
                }
                catch (PetNotFoundException e) when (e.Error?.Code == 7)
                {
                    return $"seven, {e.Description} {e.TypedHeaders.XTrace}";
                }
                catch (PetNotFoundException e)
                {
                    return $"PetNotFound {e.Error?.Code}";
                }
                catch (EListException e)
                {
                    return $"list {(e.Error is { } list ? string.Join('|', list.Select(i => i.EValue)) : "null")}";
                }
                catch (EDictionaryException e)
                {
                    return $"dictionary {(e.Error is { } map ? string.Join('|', map.Select(i => $"{i.Key}={i.Value.EValue}")) : "null")}";
                }
                catch (UnionException e)
                {
                    return $"union {e.Error?.AsE?.EValue} {e.Error?.AsF?.FValue}";
                }
                catch (EException e)
                {
                    return $"E {e.Error?.EValue}";
                }
                catch (FException e)
                {
                    return $"F {e.Error?.FValue}";
                }
                catch (LockException e)
                {
                    return $"lock {(e.Error == Lock.Sale ? "sale" : e.Error?.Value ?? "null")}";
                }
                catch (ProblemDetailsException e)
                {
                    return $"problem {e.Error?.Title}";
                }
                catch (UnreadableException e)
                {
                    return $"unreadable {e.Error}";
                }
                catch (TextualException e)
                {
                    return $"textual {e.Error}";
                }
                catch (ServiceException<string> e)
                {
                    return $"text {e.Error ?? "null"}, {e.Description}";
                }
                catch (ServiceException<long?> e)
                {
                    return $"number {e.Error?.ToString() ?? "null"}";
                }
                catch (ServiceException e)
                {
                    return $"{e.StatusCode} {e.GetHeaders<PetFailedDependencyHeaders>().Left}{e.Description ?? "-"} {e.BodyText}";
                }
            }
        }
        """;

    private static readonly Lazy<MethodInfo> Run = new(() => LoadedSdk.Of(Spec, "Sdk", Program
        .Replace("UnionException", "PetConflictException", StringComparison.Ordinal)
        .Replace(".Left", ".XLeft", StringComparison.Ordinal)).Type("Program").GetMethod("RunAsync")!);

    [Theory]
    [InlineData("404 Not Found\nX-Trace: t\n\n{\"code\":7}", "seven, The pet does not exist. t")]
    [InlineData("404 Not Found\n\n{\"code\":8}", "PetNotFound 8")]
    [InlineData("404 Not Found\nContent-Type: text/html\n\n<p>no</p>", "PetNotFound ")]
    [InlineData("400 Bad\n\n[{\"e\":\"a\"},{\"e\":\"b\"}]", "list a|b")]
    [InlineData("400 Bad\n\n{\"e\":\"a\"}", "list null")]
    [InlineData("400 Bad\nContent-Type: application/xml\n\n<errors/>", "list null")]
    [InlineData("402 Pay\nContent-Type: application/problem+json\n\n{\"title\":\"T\"}", "problem T")]
    [InlineData("402 Pay\n\n{\"other\":\"T\"}", "problem ")]
    [InlineData("403 Forbidden\n\nno", "403 Only for owners. no")]
    [InlineData("406 Not Acceptable\n\n{\"name\":{\"e\":\"a\"}}", "dictionary name=a")]
    [InlineData("409 Conflict\n\n{\"f\":\"x\"}", "union  x")]
    [InlineData("409 Conflict\n\n{\"e\":\"x\"}", "union x ")]
    [InlineData("409 Conflict\nContent-Type: text/html\n\n<p>no</p>", "union  ")]
    [InlineData("410 Gone\n\n\"for good\"", "text for good, ")]
    [InlineData("410 Gone\nContent-Type: text/plain\n\nfor good", "text for good, ")]
    [InlineData("410 Gone\nContent-Type: text/html\n\n<p>no</p>", "text null, ")]
    [InlineData("411 Length Required\n\n7", "number 7")]
    [InlineData("415 Unsupported\nContent-Type: text/plain\n\nwhat?", "unreadable what?")]
    [InlineData("417 Expectation Failed\nContent-Type: text/plain\n\nwhat?", "textual what?")]
    [InlineData("422 Mistakes\nContent-Type: application/json\n\n{\"e\":\"a\"}", "E a")]
    [InlineData("422 Mistakes\nContent-Type: application/problem+json\n\n{\"f\":\"b\"}", "F b")]
    [InlineData("422 Mistakes\nContent-Type: text/plain\n\nall of it", "text all of it, By media type.")]
    [InlineData("422 Mistakes\nContent-Type: text/html\n\n<p>no</p>", "E ")]
    [InlineData("423 Locked\n\n\"sale\"", "lock sale")]
    [InlineData("423 Locked\n\n\"other\"", "lock other")]
    [InlineData("423 Locked\n\n{}", "lock null")]
    [InlineData("424 Failed\nX-Left: 3\n\nx", "424 3With headers. x")]
    [InlineData("500 Internal Server Error\nContent-Type: text/plain\n\noops", "text oops, The service failed.")]
    [InlineData("418 Teapot\n\nshort", "418 - short")]
    public async Task Are_thrown(string answer, string expected)
    {
        await using var server = new RawServer(answer);

        Assert.Equal(expected, await (Task<string>)Run.Value.Invoke(null, [server.Url])!);
    }
}
