using System.Reflection;
using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Requests.Calling;
using Kiln.Generator.Tests.Requests.Decoding;
using Kiln.Generator.Tests.Requests.Document;
using Kiln.Generator.Tests.Requests.Making;
using Kiln.Generator.Tests.Requests.Sending;
using Kiln.Runtime.Requests;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Generator.Tests.Requests;

/// <summary>
/// Calls every operation of a document through its SDK with values that the document allows, takes what a server on a socket gets apart by the document alone, and compares.
/// </summary>
internal sealed class WireRun : IAsyncDisposable
{
    private readonly Assembly sdk;
    private readonly MeaningMaker maker;
    private readonly LoopbackServer server = new();
    private readonly HttpClient http;
    private readonly ServiceRequestAdapter adapter;
    private readonly ToldLimits limits;
    private readonly List<WireDifference> differences = [];
    private int told;
    private int calls;
    private int values;
    private int impossible;

    private WireRun(Assembly sdk, ToldLimits limits, int seed)
    {
        (this.sdk, this.limits, maker) = (sdk, limits, new(new Random(seed)));
        http = new(new ToLoopback(server.Address));
        adapter = new(new AnonymousAuthenticationProvider(), server.Address, http);
    }

    /// <summary>Calls all operations.</summary>
    /// <param name="sdk">The SDK.</param>
    /// <param name="document">The document that it was made from.</param>
    /// <param name="limits">What the diagnostics of the document say.</param>
    /// <param name="perRequest">How many calls of each request.</param>
    /// <param name="seed">What the random values begin with.</param>
    public static async Task<WireReport> Of(Assembly sdk, RawDocument document, ToldLimits limits, int perRequest, int seed)
    {
        await using var run = new WireRun(sdk, limits, seed);
        return await run.CallAll(RawOperations.Of(document.Root), perRequest);
    }

    public async ValueTask DisposeAsync()
    {
        adapter.Dispose();
        http.Dispose();
        await server.DisposeAsync();
    }

    private async Task<WireReport> CallAll(IReadOnlyList<RawOperation> operations, int perRequest)
    {
        var called = new HashSet<RawOperation>();
        var bodies = new List<(RawOperation Operation, RawContent Content)>();
        foreach (var request in FoundBuilder.In(sdk, adapter).SelectMany(FoundRequest.Of))
        {
            if (request.OperationIn(operations) is not { } operation)
            {
                Tell($"{request.Builder.Type.FullName}.{request.Name}", "", "the document has no such operation");
                continue;
            }
            called.Add(operation);
            var call = new Call(request, operation);
            if (call.Content is { } content)
                bodies.Add((operation, content));
            for (var i = 0; i < perRequest; i++)
                await Call(call, operation, isWhole: i == 0);
        }
        foreach (var operation in operations.Where(o => !called.Contains(o)))
            Tell(operation, "", "no builder calls it");
        foreach (var operation in operations.Where(called.Contains))
        {
            foreach (var content in operation.Bodies.Where(c => !bodies.Any(b => b.Operation == operation && AreAlike(b.Content, c)) && !operation.IgnoresBody))
                Tell(operation, content.MediaType, "no method sends it");
        }
        return new(operations.Count, called.Count, calls, values, impossible, told, differences);
    }

    // What is written alike is one method, which says its media type by an option.
    private static bool AreAlike(RawContent a, RawContent b) => BodyKinds.Of(a) == BodyKinds.Of(b)
        && (BodyKinds.Of(a) is not (BodyKind.Json or BodyKind.Lines or BodyKind.Form or BodyKind.Multipart) || a.FormFields is not null || a.Schema?.Json.GetRawText() == b.Schema?.Json.GetRawText());

    private async Task Call(Call call, RawOperation operation, bool isWhole)
    {
        var meaning = maker.Make(operation, call.Content, isWhole);
        if (!meaning.IsPossible(operation))
        {
            impossible++;
            return;
        }
        foreach (var absent in meaning.Parameters.Keys.Where(call.IsAbsent).ToList())
            Tell(operation, absent.Name, $"has no place in C#, in {absent.In}");

        try
        {
            await call.Send(sdk, adapter, meaning);
        }
        catch (NoCSharpValueException exception)
        {
            Tell(operation, exception.Subject, exception.Message);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            var sent = server.Take();
            if (sent is null)
                Tell(operation, "", $"not sent: {exception.GetType().Name}: {exception.Message} {string.Join(' ', meaning.Parameters.Select(p => $"{p.Key.Name}={Values.Quote(p.Value)}"))}");
            else
                Compare(operation, meaning, sent);
            return;
        }
        if (server.Take() is { } raw)
            Compare(operation, meaning, raw);
    }

    private void Compare(RawOperation operation, Meaning meaning, RawRequest raw)
    {
        calls++;
        try
        {
            var decoder = new RequestDecoder(operation, raw);
            foreach (var parameter in operation.Parameters.Where(decoder.IsSent).OrderBy(p => RequestDecoder.IsNameless(p, Forms.Of(meaning.Parameters.GetValueOrDefault(p)))))
            {
                var meant = meaning.Parameters.GetValueOrDefault(parameter);
                try
                {
                    var sent = decoder.Read(parameter, Forms.Of(meant));
                    values++;
                    foreach (var difference in Values.Differences(meant, sent, isText: parameter.Serialization.Style != "content"))
                        Tell(operation, parameter.Name, $"in {parameter.In} ({parameter.Serialization.Style}{(parameter.Serialization.Explode ? "*" : "")}): {difference} by {raw.Target}");
                }
                catch (Exception exception) when (exception is FormatException or System.Text.Json.JsonException or ArgumentException)
                {
                    Tell(operation, parameter.Name, $"in {parameter.In} ({parameter.Serialization.Style}{(parameter.Serialization.Explode ? "*" : "")}): {exception.Message} {Values.Quote(meant)} was meant by {raw.Target}");
                }
            }
            foreach (var left in decoder.Left)
                Tell(operation, left.Split('=')[0], $"{left} was sent and not meant");
            if (meaning.Content is { } content)
            {
                values++;
                foreach (var difference in BodyDecoder.Differences(content, meaning.Body, raw))
                    Tell(operation, content.MediaType, difference);
            }
            else if (raw.Body.Length > 0)
            {
                Tell(operation, "", $"a body was sent and not meant: {raw.Body.Length} bytes of {raw.Header("Content-Type")}");
            }
        }
        catch (FormatException exception)
        {
            Tell(operation, "", exception.Message);
        }
    }

    private void Tell(RawOperation operation, string subject, string what) => Tell(operation.ToString(), subject, what);

    private void Tell(string operation, string subject, string what)
    {
        var difference = new WireDifference(operation, subject, what);
        if (limits.Excuse(difference))
            told++;
        else
            differences.Add(difference);
    }
}
