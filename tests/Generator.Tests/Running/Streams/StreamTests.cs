using System.Reflection;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Running.Answers;
using Kiln.Generator.Tests.Scenarios;

namespace Kiln.Generator.Tests.Running.Streams;

/// <summary>Streams of an SDK that was emitted and compiled, over a socket: the scenario with each way in which a document describes one.</summary>
public sealed class StreamTests
{
    private const string Events = "200 OK\nContent-Type: text/event-stream\n\n";

    private const string Program = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Kiln.Runtime.Requests;
        using Kiln.Runtime.Responses;
        using Kiln.Runtime.Streaming;
        using Microsoft.Kiota.Abstractions.Authentication;
        using Scenario;
        using Scenario.Models;

        internal static class Program
        {
            public static async Task<string> RunAsync(string url, string operation)
            {
                using var adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), new Uri(url));
                var client = new StreamsClient(adapter);
                var items = new List<string>();
                var request = new ChatRequest { Prompt = "p" };
                try
                {
                    switch (operation)
                    {
                        case "chat": await foreach (var chunk in client.Chat.PostStreamAsync(request)) items.Add(chunk.Delta); items.Add($"{request.Stream is null}"); break;
                        case "transcriptions": await foreach (var chunk in client.Transcriptions.PostStreamAsync(new() { Stream = true }).WithoutReconnect()) items.Add(chunk.Delta); break;
                        case "notices": await foreach (var notice in client.Notices.GetStreamAsync().WithoutReconnect()) items.Add(Describe(notice)); break;
                        case "texts": await foreach (var text in client.Texts.GetStreamAsync().WithoutReconnect()) items.Add(text); break;
                        case "sse-items": await foreach (var item in client.SseItems.GetStreamAsync().WithoutReconnect().AsEventsAsync()) items.Add($"{item.Id} {item.Name} {item.Data.Id}"); break;
                        case "lines": await foreach (var line in client.Lines.GetStreamAsync(7)) items.Add($"{line.At:u} {line.Level == ReadLinesItemLevel.Info}"); break;
                        case "items": await foreach (var item in client.Items.GetStreamAsync().WithoutReconnect()) items.Add($"{item.Id}"); break;
                        case "items as lines": await foreach (var item in client.Items.GetLinesStreamAsync()) items.Add($"{item.Id}"); break;
                        case "items as a sequence": await foreach (var item in client.Items.GetSequenceStreamAsync()) items.Add($"{item.Id}"); break;
                        case "items of an array": await foreach (var item in client.Items.GetArrayStreamAsync()) items.Add($"{item.Id}"); break;
                        case "items as a whole": items.AddRange((await client.Items.GetAsync()).Select(i => $"{i.Id}")); break;
                        case "logs": await foreach (var line in client.Logs.GetStreamAsync(r => r.QueryParameters.Tail = 3)) items.Add(line.GetRawText()); break;
                        case "watch": await foreach (var item in client.Watch.PostStreamAsync(new() { Key = "k" })) items.Add($"{item.Id} {item.Name}"); break;
                        case "events": await foreach (var item in client.Events.GetStreamAsync()) items.Add($"{item.Id}"); break;
                        case "completions": await foreach (var chunk in client.Completions.PostStreamAsync()) items.Add(chunk.Delta); break;
                    }
                }
                catch (ErrorException e)
                {
                    items.Add($"{e.ResponseStatusCode} {e.Error?.Message}");
                }
                catch (Exception e) when (e is ServiceException or ResponseBodyException)
                {
                    items.Add(e.GetType().Name);
                }
                return string.Join(" | ", items);
            }

            private static string Describe(NoticesEvent notice) => notice.Match(
                created => $"created {created.Id} {created.Data.Id}", renamed => $"renamed {renamed.Data.From} {renamed.Data.To}", comment => $"comment {comment.Data}", json => $"other {json.GetRawText()}");
        }
        """;

    private static readonly Lazy<SdkAssembly> Sdk = new(() => SdkAssembly.Of(
        SdkDriver.Run("spec.yaml", ScenarioSdk.Read("Streams"), "Scenario").GetRunResult().GeneratedTrees.Append(Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(Program, SdkCompilation.ParseOptions))));

    [Theory]
    [InlineData("chat", Events + "data: {\"delta\":\"a\"}\n\ndata: {\"delta\":\n\n: c\ndata: {\"delta\":\"b\"}\n\n", "a | ResponseBodyException")]
    [InlineData("chat", Events + "data: {\"delta\":\"a\"}\n\ndata: {\"delta\":\"b\"}\n\ndata: [DONE]\n\ndata: after\n\n", "a | b | True")]
    [InlineData("chat", "400 Bad\nContent-Type: application/json\n\n{\"message\":\"no\"}", "400 no")]
    [InlineData("transcriptions", Events + "data: {\"delta\":\"a\"}\n\n", "a")]
    [InlineData("notices", Events + "event: created\nid: 7\ndata: {\"id\":1}\n\nevent: renamed\ndata: {\"from\":\"a\",\"to\":\"b\"}\n\nevent: comment\ndata: {not json\n\n", "created 7 1 | renamed a b | comment {not json")]
    [InlineData("texts", Events + "data: one\ndata: two\n\ndata: [DONE]\n\n", "one\ntwo | [DONE]")]
    [InlineData("sse-items", Events + "id: 5\nevent: added\ndata: {\"id\":1}\n\ndata: {\"id\":2}\n\n", "5 added 1 |  message 2")]
    [InlineData("lines", "200 OK\nContent-Type: application/jsonl\n\n{\"at\":\"2024-05-06T07:08:09Z\",\"level\":\"info\"}\n\n{\"at\":\"2024-05-06T07:08:10Z\"}", "2024-05-06 07:08:09Z True | 2024-05-06 07:08:10Z False")]
    [InlineData("items", Events + "data: {\"id\":1}\n\ndata: {\"id\":2}\n\n", "1 | 2")]
    [InlineData("items as lines", "200 OK\nContent-Type: application/x-ndjson\n\n{\"id\":1}\n{\"id\":2}\n", "1 | 2")]
    [InlineData("items as a sequence", "200 OK\nContent-Type: application/json-seq\n\n\u001e{\"id\":1}\n\u001e{\"id\":2}\n", "1 | 2")]
    [InlineData("items of an array", "200 OK\nContent-Type: application/json\n\n[{\"id\":1},{\"id\":2}]", "1 | 2")]
    [InlineData("items as a whole", "200 OK\nContent-Type: application/json\n\n[{\"id\":1},{\"id\":2}]", "1 | 2")]
    [InlineData("logs", "200 OK\nContent-Type: application/x-ndjson\n\n{\"a\":1}\n\"b\"\n", "{\"a\":1} | \"b\"")]
    [InlineData("watch", "200 OK\nContent-Type: application/json\n\n{\"result\":{\"id\":1,\"name\":\"n\"}}\n{\"result\":{\"id\":2}}\n{\"error\":{\"message\":\"gone\"}}\n", "1 n | 2  | 200 gone")]
    [InlineData("events", "200 OK\nContent-Type: application/json\n\n{\"id\":1}\n{\"id\":2}", "1 | 2")]
    [InlineData("completions", Events + "data: {\"delta\":\"a\"}\n\ndata: [END]\n\n", "a")]
    public async Task Items_are_read(string operation, string answer, string items)
    {
        await using var server = new RawServer(answer);
        Assert.Equal(items, Run(server, operation));
    }

    [Theory]
    [InlineData("chat", "POST /chat ", "Accept: text/event-stream, application/json;q=0.9", "{\"prompt\":\"p\",\"stream\":true}")]
    [InlineData("logs", "GET /logs?follow=true&tail=3 ", "Accept: application/x-ndjson, application/json;q=0.9", null)]
    [InlineData("watch", "POST /watch ", "Accept: application/json", "{\"key\":\"k\"}")]
    [InlineData("completions", "POST /completions?mode=live ", "Accept: text/event-stream, application/json;q=0.9", null)]
    [InlineData("items as a sequence", "GET /items ", "Accept: application/json-seq, application/json;q=0.9", null)]
    [InlineData("lines", "GET /lines?since=7 ", "Accept: application/jsonl, application/json;q=0.9", null)]
    public async Task A_request_asks_for_the_stream(string operation, string start, string accept, string? body)
    {
        await using var server = new RawServer("204 None\n\n");

        Run(server, operation);
        Assert.StartsWith(start, server.Requests.First(), StringComparison.Ordinal);
        Assert.Contains($"\r\n{accept}\r\n", server.Requests.First(), StringComparison.Ordinal);
        Assert.Equal(body, server.Bodies.FirstOrDefault());
    }

    private static string Run(RawServer server, string operation) =>
        ((Task<string>)Sdk.Value.Assembly.GetType("Program")!.GetMethod("RunAsync")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [server.Url, operation], null)!).Result;
}
