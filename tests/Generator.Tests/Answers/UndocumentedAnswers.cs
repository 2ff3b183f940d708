using Kiln.Generator.Tests.Answers.Calling;
using Kiln.Generator.Tests.Answers.Checking;
using Kiln.Generator.Tests.Answers.Document;
using Kiln.Generator.Tests.Answers.Making;
using Kiln.Generator.Tests.Requests.Document;
using Kiln.Runtime.Responses;

namespace Kiln.Generator.Tests.Answers;

/// <summary>Serves what the document does not have: an error, a success, and a page of HTML in place of JSON.</summary>
internal sealed class UndocumentedAnswers(Caller caller, AnswerMaker maker, Action<RawOperation, string, string> tell)
{
    private static readonly MadeBody Teapot = new("I'm a teapot: ä"u8.ToArray(), "text/plain; charset=utf-8", null, false);
    private static readonly MadeBody Page = new("<!DOCTYPE html><html><head><title>Down for maintenance</title></head><body>Later.</body></html>"u8.ToArray(), "text/html", null, false);

    public async Task Serve(IReadOnlyList<RawAnswer> documented, Statuses statuses, Action count)
    {
        if (statuses.UndocumentedError() is { } error)
        {
            count();
            var served = new ServedAnswer(error, Teapot, []);
            Tell($"{error}", ErrorCheck.Differences(null, served, await caller.Read(caller.Methods[0], null, served), caller.IsHead));
        }
        if (caller.IsHead || documented.FirstOrDefault(a => a.Status[0] == '2' && !a.IsRange) is not { } success)
            return;

        var content = success.Contents.FirstOrDefault(c => caller.MethodsFor(c, success.Contents).Contains(caller.Methods[0]));
        if (statuses.UndocumentedSuccess() is { } status && (content is null ? MadeBody.None : maker.Make(content, [], 1).FirstOrDefault()) is { } body && !IsEmptyObject(body))
        {
            count();
            await ServeSuccess(documented, content, new(status, body, []));
        }
        if (content is not null && AnswerMaker.IsJson(content) && caller.Methods[0].Value != typeof(ResponseStream) && Statuses.HasBody(int.Parse(success.Status, System.Globalization.CultureInfo.InvariantCulture)))
        {
            count();
            var served = new ServedAnswer(int.Parse(success.Status, System.Globalization.CultureInfo.InvariantCulture), Page, []);
            var outcome = await caller.Read(caller.Methods[0], content, served);
            Tell($"{served.Status} text/html", outcome.Exception is ResponseBodyException { Message: var message } exception && message.Contains("Down for maintenance", StringComparison.Ordinal) && exception.BodyBytes.Span.SequenceEqual(Page.Bytes)
                ? []
                : [$"{outcome.Exception?.GetType().Name ?? "no exception"}: {outcome.Exception?.Message}"]);
        }
    }

    // Nothing says whether it is the model.
    private static bool IsEmptyObject(MadeBody body) => body.Json is System.Text.Json.Nodes.JsonObject { Count: 0 };

    private async Task ServeSuccess(IReadOnlyList<RawAnswer> documented, AnswerContent? content, ServedAnswer served)
    {
        var method = caller.Methods[0];
        var outcome = await caller.Read(method, content, served);
        var isResult = typeof(IStatusResult).IsAssignableFrom(method.Value);
        if (!isResult)
        {
            Tell($"{served.Status}", SuccessCheck.Differences(method, content, served, outcome)
                .Concat(caller.Calls.Violations is [{ Path: "$" } violation] && violation.Found == $"{served.Status}" ? [] : [$"{caller.Calls.Violations.Count} violations were told"]));
            (outcome.Value as IDisposable)?.Dispose();
            outcome = await caller.Read(method, content, served, caller.Calls.Strict);
        }
        Tell($"{served.Status} {(isResult ? "with a result" : "in the strict mode")}", outcome.Exception is ContractViolationException { Message: var message } exception && message.Contains("success", StringComparison.Ordinal)
            && exception.StatusCode == served.Status && exception.BodyBytes.Span.SequenceEqual(served.Body.Bytes)
            ? []
            : [$"{outcome.Exception?.GetType().Name ?? "no exception"}: {outcome.Exception?.Message}"]);
    }

    private void Tell(string answer, IEnumerable<string> differences)
    {
        foreach (var difference in differences.Take(2))
            tell(caller.Operation, $"{answer} (undocumented)", difference);
    }
}
