using System.Reflection;
using Kiln.Generator.Tests.Requests.Calling;
using Kiln.Generator.Tests.Requests.Document;
using Kiln.Generator.Tests.Requests.Making;
using Kiln.Runtime.Authentication;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Generator.Tests.Requests.Prism;

/// <summary>Calls every operation of a document through its SDK with values that the document allows, and keeps what Prism refuses.</summary>
internal sealed class PrismRun(Assembly sdk, IReadOnlyList<RawOperation> operations, PrismVerdicts verdicts, int seed)
{
    private readonly MeaningMaker maker = new(new Random(seed));
    private readonly HashSet<RawOperation> accepted = [];
    private readonly List<string> refusals = [];

    /// <summary>How many requests were sent.</summary>
    public int Calls { get; private set; }

    /// <summary>How many of them were refused for faults of Prism only.</summary>
    public int Excused { get; private set; }

    /// <summary>What else was refused, each with its operation and the reason.</summary>
    public IReadOnlyList<string> Refusals => refusals;

    /// <summary>The operations of which no request was accepted.</summary>
    public IEnumerable<RawOperation> NeverAccepted => operations.Except(accepted);

    /// <summary>Calls all operations.</summary>
    /// <param name="server">The address of Prism.</param>
    /// <param name="perRequest">How many calls of each request.</param>
    public async Task CallAll(Uri server, int perRequest)
    {
        using var http = new HttpClient(verdicts, disposeHandler: false);
        var adapter = Adapter(server, http);
        foreach (var request in FoundBuilder.In(sdk, adapter).SelectMany(FoundRequest.Of))
        {
            var operation = request.OperationIn(operations)!;
            var call = new Call(request, operation);
            for (var i = 0; i < perRequest; i++)
                await Send(call, operation, adapter, maker.Make(operation, call.Content, isWhole: i == 0));
        }
    }

    private async Task Send(Call call, RawOperation operation, IRequestAdapter adapter, Meaning meaning)
    {
        Exception? failure = null;
        try
        {
            await call.Send(sdk, adapter, meaning);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Where a body is required, 204 is none.
            failure = exception;
        }
        if (verdicts.Take() is not { } verdict)
        {
            refusals.Add($"{operation}: not sent: {failure}");
            return;
        }
        Calls++;
        List<PrismRefusal> real = [.. verdict.Where(r => !PrismFaults.Explain(r, operation, meaning))];
        refusals.AddRange(real.Select(r => $"{operation}: {r.Location} {r.Code}: {r.Message}"));
        if (verdict.Count == 0)
            accepted.Add(operation);
        else if (real.Count == 0)
            Excused++;
    }

    // That of the client, made as a program makes it, so that the requests have the credentials that their operations ask for.
    private IRequestAdapter Adapter(Uri server, HttpClient http)
    {
        var client = sdk.GetExportedTypes().Single(t => t.GetConstructor([typeof(IRequestAdapter)]) is not null && sdk.GetType($"{t.FullName}Options") is not null);
        var options = Activator.CreateInstance(sdk.GetType($"{client.FullName}Options")!)!;
        Set("Server", server);
        Set("HttpClient", http);
        if (options.GetType().GetProperty("Credentials")?.GetValue(options) is ICollection<Credential> credentials)
        {
            foreach (var credential in Credentials())
                credentials.Add(credential);
        }
        return (IRequestAdapter)typeof(BaseRequestBuilder).GetProperty("RequestAdapter", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(Activator.CreateInstance(client, options))!;

        void Set(string name, object value) => options.GetType().GetProperty(name)!.SetValue(options, value);
    }

    // One of each scheme, of any text.
    private IEnumerable<Credential> Credentials() =>
        from method in sdk.GetExportedTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
        where method.ReturnType == typeof(Credential) && method.GetParameters().All(p => p.ParameterType == typeof(string))
        select (Credential)method.Invoke(null, [.. method.GetParameters().Select(_ => "any")])!;
}
