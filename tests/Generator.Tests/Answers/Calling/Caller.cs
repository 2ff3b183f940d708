using System.Reflection;
using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Answers.Document;
using Kiln.Generator.Tests.Answers.Making;
using Kiln.Generator.Tests.Requests;
using Kiln.Generator.Tests.Requests.Calling;
using Kiln.Generator.Tests.Requests.Document;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;

namespace Kiln.Generator.Tests.Answers.Calling;

/// <summary>Calls the methods of an operation with values that can be sent.</summary>
internal sealed class Caller
{
    private const string AnyText = "any";

    private readonly Assembly sdk;
    private readonly AnswerCalls calls;
    private readonly Call call;
    private Meaning meaning;
    private readonly Dictionary<AnswerMethod, IReadOnlyList<string>> accepted = [];

    private Caller(Assembly sdk, AnswerCalls calls, Call call, Meaning meaning, RawOperation operation, IReadOnlyList<AnswerMethod> methods) =>
        (this.sdk, this.calls, this.call, this.meaning, Operation, Methods) = (sdk, calls, call, meaning, operation, methods);

    public RawOperation Operation { get; }

    /// <summary>The methods, the operation's own first: that which says the status.</summary>
    public IReadOnlyList<AnswerMethod> Methods { get; }

    public AnswerCalls Calls => calls;

    public bool IsHead => Operation.Method == "HEAD";

    /// <summary>A caller; <see langword="null"/> if no request can be made.</summary>
    public static async Task<Caller?> Of(
        Assembly sdk, AnswerCalls calls, RawOperation operation, FoundRequest request, IReadOnlyList<AnswerMethod> methods, Func<Meaning> make, int attempts)
    {
        var call = new Call(request, operation);
        for (var i = 0; i < attempts; i++)
        {
            var meaning = make();
            if (!meaning.IsPossible(operation))
                continue;
            var caller = new Caller(sdk, calls, call, meaning, operation, [.. methods.OrderBy(m => m.Method.Name != request.Name + "WithResponseAsync").ThenBy(m => m.Method.Name.Length)]);
            if (await caller.TryAll())
                return caller;
        }
        return null;
    }

    /// <summary>The methods that ask for a media type, by what they send; where none does, those that ask for another one of the same schema.</summary>
    /// <param name="content">The content.</param>
    /// <param name="contents">All of the response.</param>
    public IReadOnlyList<AnswerMethod> MethodsFor(AnswerContent content, IReadOnlyList<AnswerContent> contents) => Asking(content) is { Count: > 0 } asking
        ? asking
        : [.. contents.Where(c => c.Schema is { } schema && content.Schema?.Json.GetRawText() == schema.Json.GetRawText()).SelectMany(Asking).Where(m => !m.TakesMediaType).Distinct()];

    private List<AnswerMethod> Asking(AnswerContent content)
    {
        var name = Plain(content.MediaType);
        var range = name.Split(';')[0] is var type && type.EndsWith('*') ? type.TrimEnd('*').TrimStart('*') : null;
        List<AnswerMethod> asking = [.. Methods.Where(m => m.TakesMediaType || accepted[m].Contains(name))];
        if (asking.Count == 0 && range is not null)
            asking = [.. Methods.Where(m => accepted[m].Any(a => range == "/" || a.StartsWith(range, StringComparison.Ordinal)))];
        // Any media type can be given.
        return asking.Exists(m => !m.TakesMediaType) ? [.. asking.Where(m => !m.TakesMediaType)] : asking;
    }

    /// <summary>What a method makes of a response.</summary>
    public Task<Outcome> Read(AnswerMethod method, AnswerContent? content, ServedAnswer served, ServiceRequestAdapter? adapter = null) =>
        calls.Read(method, served, IsHead, () => call.Invoke(sdk, adapter ?? calls.Tolerant, meaning, method.Method, content?.MediaType ?? "application/json"));

    // What a method asks for with the best quality is what it can read.
    private async Task<bool> TryAll()
    {
        foreach (var method in Methods)
        {
            var outcome = await calls.Read(method, new ServedAnswer(500, MadeBody.None, []), IsHead, () => call.Invoke(sdk, calls.Tolerant, meaning, method.Method, "application/json"));
            if (outcome.Expected is null)
                return outcome.Exception is NoCSharpValueException { Subject: var subject } && Replace(subject) && await TryAll();
            accepted[method] = [.. calls.Accept.Split(',').Where(a => !a.Contains("q=")).Select(Plain)];
        }
        return true;
    }

    // A placeholder of RFC 6570 is a text, whatever its parameter is: what a request sends is no matter here.
    private bool Replace(string subject)
    {
        if (meaning.Parameters.Keys.FirstOrDefault(p => p.Name == subject) is not { } parameter || meaning.Parameters[parameter].ToString() == AnyText)
            return false;
        meaning = meaning with { Parameters = new Dictionary<RawParameter, JsonNode>(meaning.Parameters) { [parameter] = AnyText } };
        return true;
    }

    private static string Plain(string mediaType) => mediaType.Replace(" ", "").ToLowerInvariant();
}
