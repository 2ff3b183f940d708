using System.Reflection;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Tests.Answers.Calling;
using Kiln.Generator.Tests.Answers.Checking;
using Kiln.Generator.Tests.Answers.Document;
using Kiln.Generator.Tests.Answers.Making;
using Kiln.Generator.Tests.Requests;
using Kiln.Generator.Tests.Requests.Calling;
using Kiln.Generator.Tests.Requests.Document;
using Kiln.Generator.Tests.Requests.Making;

namespace Kiln.Generator.Tests.Answers;

/// <summary>
/// Serves every response of a document over a socket, made from its schemas and examples, to each method of its SDK that can get it, and compares what the method makes of it by the document alone.
/// </summary>
internal sealed class AnswerRun : IAsyncDisposable
{
    private const int Attempts = 8;

    private readonly Assembly sdk;
    private readonly RawNode root;
    private readonly AnswerSchemas examples;
    private readonly int perAnswer;
    private readonly MeaningMaker requests;
    private readonly AnswerMaker maker;
    private readonly ItemBodies sequences;
    private readonly AnswerCalls calls = new();
    private readonly List<AnswerDifference> differences = [];
    private int answers;
    private int read;
    private int undocumented;
    private int impossible;
    private int ambiguous;

    private AnswerRun(Assembly sdk, RawDocument document, SpecMap normal, int perAnswer, int seed)
    {
        var random = new Random(seed);
        (this.sdk, root, examples, this.perAnswer) = (sdk, document.Root, new(normal), perAnswer);
        (requests, maker) = (new(random), new(random));
        sequences = new(maker, document.Root);
    }

    /// <summary>Serves all responses.</summary>
    /// <param name="sdk">The SDK.</param>
    /// <param name="document">The document that it was made from.</param>
    /// <param name="normal">The same in its normal form, by which examples are checked.</param>
    /// <param name="perAnswer">How many bodies of each response are made.</param>
    /// <param name="seed">What the random values begin with.</param>
    public static async Task<AnswerReport> Of(Assembly sdk, RawDocument document, SpecMap normal, int perAnswer, int seed)
    {
        await using var run = new AnswerRun(sdk, document, normal, perAnswer, seed);
        return await run.ServeAll();
    }

    public async ValueTask DisposeAsync() => await calls.DisposeAsync();

    private async Task<AnswerReport> ServeAll()
    {
        var operations = RawOperations.Of(root);
        var done = new HashSet<RawOperation>();
        foreach (var builder in FoundBuilder.In(sdk, calls.Tolerant))
        {
            var found = FoundRequest.Of(builder).ToList();
            // Other bodies of a request get the same responses.
            foreach (var request in found.OrderBy(r => r.Name.Length))
            {
                if (request.OperationIn(operations) is { } operation && done.Add(operation))
                    await Serve(operation, request, AnswerMethod.Of(request, found));
            }
        }
        foreach (var operation in operations.Where(o => !done.Contains(o)))
            Tell(operation, "", "no builder calls it");
        return new(1, operations.Count, answers, read, undocumented, impossible, ambiguous, differences);
    }

    private async Task Serve(RawOperation operation, FoundRequest request, IReadOnlyList<AnswerMethod> methods)
    {
        var documented = RawAnswers.Of(root, operation);
        if (await Caller.Of(sdk, calls, operation, request, methods, () => requests.Make(operation, new Call(request, operation).Content, isWhole: false), Attempts) is not { } caller)
        {
            impossible += documented.Sum(a => Math.Max(1, a.Contents.Count));
            return;
        }

        var statuses = new Statuses(documented);
        var names = documented.Where(a => statuses.Of(a).Any(statuses.IsSuccess)).SelectMany(a => a.Headers).Select(h => h.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var answer in documented)
        {
            foreach (var status in statuses.Of(answer))
            {
                var contents = Statuses.HasBody(status) && !caller.IsHead ? answer.Contents : [];
                if (contents.Count == 0)
                {
                    answers++;
                    await Serve(caller, answer, null, status, statuses.IsSuccess(status), names);
                }
                foreach (var content in contents)
                {
                    answers++;
                    await Serve(caller, answer, content, status, statuses.IsSuccess(status), names);
                }
            }
        }
        await new UndocumentedAnswers(caller, maker, Tell).Serve(documented, statuses, () => undocumented++);
    }

    private async Task Serve(Caller caller, RawAnswer answer, AnswerContent? content, int status, bool isSuccess, IReadOnlyList<string> names)
    {
        var place = $"{answer.Status}{(answer.Status == $"{status}" ? "" : $" ({status})")} {content?.MediaType}".Trim();
        // An error is the same to all methods.
        IReadOnlyList<AnswerMethod> reading = !isSuccess ? [caller.Methods[0]] : content is null ? caller.Methods : caller.MethodsFor(content, answer.Contents);
        if (reading.Count == 0)
            Tell(caller.Operation, place, "no method asks for it");

        foreach (var method in reading)
        {
            var bodies = content is null ? [MadeBody.None]
                : method.IsSequence ? new[] { sequences.Make(content) }.OfType<MadeBody>()
                : maker.Make(content, examples.Valid(caller.Operation, answer, content), perAnswer);
            var isFirst = true;
            foreach (var body in bodies)
            {
                var served = new ServedAnswer(status, body, [.. answer.Headers.Where(ServedAnswer.IsServed).Select(h => (h, maker.Make(h)!)).Where(h => h.Item2 is not null).Select(h => (h.h, h.Item2, AnswerMaker.Write(h.h, h.Item2)))]);
                var outcome = await caller.Read(method, content, served);
                read++;
                isFirst = false;
                var found = isSuccess ? SuccessCheck.Differences(method, content, served, outcome) : ErrorCheck.Differences(content, served, outcome, caller.IsHead);
                var headers = isSuccess ? outcome.Headers : outcome.Exception?.GetType().GetProperty("TypedHeaders")?.GetValue(outcome.Exception);
                if (headers is not null)
                    found = found.Concat(HeaderCheck.Differences(headers, served, isSuccess ? names : [.. answer.Headers.Select(h => h.Name)]));
                List<string> told = [.. found.Concat(isSuccess ? calls.Violations.Select(v => $"a violation was told: {v}") : []).Take(3)];
                if (told.Count > 0 && content is not null && examples.IsAmbiguous(caller.Operation, answer, content, body.Json))
                    ambiguous++;
                else
                    differences.AddRange(told.Select(t => new AnswerDifference(caller.Operation.ToString(), $"{place} by {method.Method.Name}", t)));
                // What one body shows, the others show of the other methods.
                if (method != reading[0])
                    break;
            }
            if (isFirst)
                impossible++;
        }
    }

    private void Tell(RawOperation operation, string answer, string what) => differences.Add(new(operation.ToString(), answer, what));
}
