using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Operations.Dialects;
using Kiln.Generator.Api.Operations.Inference;
using Kiln.Generator.Api.Operations.Terms;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations;

/// <summary>
/// Finds how each operation pages: by its <c>x-kiln-paging</c>, otherwise by an extension of another tool, otherwise, unless that is switched off, by inference.
/// <c>x-kiln-paging: false</c> says that it has no pages, whatever the others say.
/// </summary>
internal sealed class OperationPaging
{
    // What is longer nobody would write down.
    private const int LongestTerms = 600;

    private static readonly string[] Dialects = [SpeakeasyPagination.Key, FernPagination.Key, MsPageable.Key];

    private readonly DocumentNodes document;
    private readonly IReadOnlyList<Operation> operations;
    private readonly bool infersPaging;
    private readonly List<DiagnosticInfo> diagnostics;
    private readonly SchemaTargets schemas;
    private readonly PagingReader reader;

    // What is translated or inferred is checked like what a document says, but an operation that it does not fit is no error.
    private readonly List<DiagnosticInfo> problems = [];
    private readonly PagingReader trialReader;

    public OperationPaging(
        DocumentNodes document, EquatableArray<NamedSchema> named, IReadOnlyList<Operation> operations, bool infersPaging, List<DiagnosticInfo> diagnostics)
    {
        this.document = document;
        this.operations = operations;
        this.infersPaging = infersPaging;
        this.diagnostics = diagnostics;
        schemas = new(named);
        reader = new(schemas, diagnostics);
        trialReader = new(schemas, problems);
    }

    /// <summary>The operation with its paging contract, if it has one that fits.</summary>
    public Operation WithPaging(Operation operation)
    {
        if (document.PathItem(operation.Path) is not { } pathItem || DocumentNodes.Operation(pathItem, operation.Method) is not { Node: SpecMap node })
            return operation;

        if (node[PagingReader.Key] is { } own)
            return operation with { Paging = reader.Read(own, operation) };

        var dialects = Dialects.Select(node.Entry).OfType<SpecEntry>().ToList();
        var isInferable = infersPaging && PagingInference.IsFor(operation);
        if (dialects.Count == 0 && !isInferable)
            return operation;

        var facts = PageFacts.Of(operation, schemas);
        var isSaid = false;
        foreach (var entry in dialects)
        {
            // x-fern-pagination: false
            if (entry.Value is SpecScalar { Kind: ScalarKind.Null } or SpecScalar { Kind: ScalarKind.Boolean, Text: "false" })
                continue;
            isSaid = true;
            var reading = facts is null ? DialectReading.Wrong("the operation has no response with a JSON body") : Read(entry, facts);
            if (reading is { Terms: null, Problem: null })
                return operation;
            if (reading.Terms is { } terms && Check(terms, entry.Value.Span, operation) is { } paging)
                return operation with { Paging = paging };
            diagnostics.Add(new(UnsupportedRules.ForeignPaging, entry.KeyLocation, entry.Key, reading.Problem ?? WithoutKey(problems[0].Message)));
        }
        return isSaid || facts is null || !isInferable ? operation : Infer(operation, facts, node);
    }

    private DialectReading Read(SpecEntry entry, PageFacts facts) => entry.Key switch
    {
        SpeakeasyPagination.Key => SpeakeasyPagination.Read(entry.Value, facts),
        FernPagination.Key => FernPagination.Read(entry.Value, document.Root[FernPagination.Key], facts),
        _ => MsPageable.Read(entry.Value, facts, operations),
    };

    private Operation Infer(Operation operation, PageFacts facts, SpecMap node)
    {
        if (PagingInference.Infer(facts) is not { } guess || guess.Terms.ToString() is not { Length: <= LongestTerms } text || Check(guess.Terms, node.Span, operation) is not { } paging)
            return operation;

        var confidence = guess.Confidence == Confidence.High ? "high" : "medium";
        // The whole of it is there to be copied, so it is not shortened as other arguments are.
        EquatableArray<string> arguments = [guess.Rule, confidence, OneLine.Of(text)];
        diagnostics.Add(new(ApiRules.PagingInferred, node.Location, arguments));
        return operation with { Paging = paging with { IsInferred = true } };
    }

    private static string WithoutKey(string message) => message.StartsWith(PagingReader.Key, StringComparison.Ordinal) ? message.Substring(PagingReader.Key.Length + ": ".Length) : message;

    // The contract, if it fits the operation; otherwise there is a problem.
    private Paging? Check(PagingTerms terms, SpecSpan span, Operation operation)
    {
        problems.Clear();
        var paging = trialReader.Read(terms.ToMap(span), operation);
        return problems.Count == 0 ? paging : null;
    }
}
