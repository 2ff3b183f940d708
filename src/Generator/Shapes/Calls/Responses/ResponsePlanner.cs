using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Sharing;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls.Responses;

/// <summary>Gives what operations answer their C# types.</summary>
internal sealed class ResponsePlanner(NameCatalog catalog, TypePlanner types, string @namespace)
{
    private const string Ending = "Result";

    private readonly List<ResultPlan> results = [];

    /// <summary>The classes of results so far.</summary>
    public IReadOnlyList<ResultPlan> Results => results;

    /// <summary>What the method without a suffix returns.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="prefix">What its types are named after.</param>
    public ResponsePlan PlanPrimary(Operation operation, string prefix) => operation.Answers.Primary is { } answer
        ? Plan(operation, answer, prefix, isPrimary: true)
        : new(BodyKind.None, AcceptHeader.Of(operation, operation.Method == "HEAD" ? Described(operation) : [], operation.HasUnknownBody || HasUnknownHead(operation)), null)
        {
            EmptyStatuses = NotModified(operation),
            Statuses = StatusesOf(operation),
            IsUnknown = operation.HasUnknownBody,
        };

    /// <summary>What the method for further media types returns.</summary>
    public ResponsePlan PlanOther(Operation operation, Answer answer, string prefix) => Plan(operation, answer, prefix, isPrimary: false);

    private ResponsePlan Plan(Operation operation, Answer answer, string prefix, bool isPrimary)
    {
        var isUnknown = isPrimary && operation.HasUnknownBody;
        var type = answer.Content is null ? null : TypeOf(operation, answer, answer.Cases[0], prefix);
        var isText = IsText(answer, type);
        var accept = AcceptHeader.Of(operation, isText ? ["text/plain"] : answer.Accepted.Select(m => ToAccept(answer, m)), isUnknown || isText || IsMisnamed(answer));
        var plan = answer.Content is { } content
            ? new ResponsePlan(content.Kind, accept, type, IsNullable(content) && (!isPrimary || operation.Paging is null))
            : new(BodyKind.Json, accept, null) { Result = PlanResult(operation, answer, prefix, isPrimary) };
        return plan with
        {
            // A result says itself that it has none.
            EmptyStatuses = plan.Result is null && operation.EmptyResponses.Any() ? EmptyStatuses(operation) : null,
            Statuses = StatusesOf(operation),
            IsUnknown = isUnknown,
        };
    }

    private ResultPlan PlanResult(Operation operation, Answer answer, string prefix, bool isPrimary)
    {
        var chosen = isPrimary ? Identifiers.Chosen(operation.ResultNameOverride) : null;
        var wanted = ContextualNames.With(prefix, (isPrimary ? "" : AnswerWords.Of(answer).First()) + Ending);
        var name = catalog.AddType(@namespace, chosen ?? wanted, Ending, chosen is not null);
        var planned = answer.Cases.Select(c => TypeOf(operation, answer, c, prefix)).ToList();
        var properties = NameGroup.TakeEach(
            new NameScope(ReservedNames.ObjectMembers, ReservedNames.ResultMembers, [name.Name]),
            [.. answer.Cases.Select((c, i) => WantedName.Of(PropertyOf(c, planned[i])))]);
        var cases = answer.Cases.Select((c, i) => new ResultCasePlan(properties[i], c.Content.Kind, planned[i], IsNullable(c.Content), c.Statuses)).ToList();
        var result = new ResultPlan(name, $"{operation.Method} {operation.Path}", cases, operation.EmptyResponses.Select(r => r.Status).ToEquatableArray());
        results.Add(result);
        return result;
    }

    // What the document names is called by that name, and all else by what its status says.
    private static string PropertyOf(AnswerCase @case, CSharpType? type) => (@case.Content.Schema, type) switch
    {
        (ReferenceSchema, ModelType model) => model.Name.Name,
        (ReferenceSchema, UnionType union) => union.Name.Name,
        _ => StatusWords.Of(@case.Statuses[0]),
    };

    private CSharpType? TypeOf(Operation operation, Answer answer, AnswerCase @case, string prefix) => @case.Content.Kind == BodyKind.Json
        ? types.Plan(@case.Content.Schema ?? new AnySchema(), ContextualNames.With(prefix, OperationSchemas.WordOf(operation, answer, @case)))
        : null;

    // What is no JSON is never null.
    private static bool IsNullable(Content content) => content is { Kind: BodyKind.Json, IsNullable: true };

    // JSON that the service may write in any media type is asked for as JSON.
    private static string ToAccept(Answer answer, string mediaType) => answer.Cases[0].Content.Kind == BodyKind.Json ? MediaTypes.ToSend(mediaType) : mediaType;

    // A string of a media type that the document does not name is mostly sent as it is.
    private static bool IsText(Answer answer, CSharpType? type) => type is PrimitiveType { Primitive.Wire: "String" } && answer.Accepted.All(m => m.Contains("*"));

    // A file is not what its media type says where that is JSON.
    private static bool IsMisnamed(Answer answer) => answer.Content is { Kind: BodyKind.Stream } && answer.Accepted.Any(m => MediaTypes.KindOf(m) == BodyKind.Json);

    private static IEnumerable<string> Described(Operation operation) => operation.Successes.SelectMany(r => r.Contents.Take(1)).Select(c => MediaTypes.ToSend(c.MediaType));

    private static bool HasUnknownHead(Operation operation) => operation.Method == "HEAD" && !Described(operation).Any();

    // Without a body to read, only what would be an error is of interest.
    private static EquatableArray<int>? NotModified(Operation operation) => EmptyStatuses(operation).Where(s => s >= 300).ToEquatableArray() is { Count: > 0 } statuses ? statuses : null;

    // What is declared for a range is not known to be empty until it has come.
    private static EquatableArray<int> EmptyStatuses(Operation operation) => operation.EmptyResponses
        .Select(r => NumberOf(r.Status))
        .Where(status => status is not (0 or 204 or 205))
        .ToEquatableArray();

    private static EquatableArray<int> StatusesOf(Operation operation)
    {
        var statuses = operation.Successes.Select(r => NumberOf(r.Status)).ToEquatableArray();
        return statuses.Contains(0) ? [] : statuses;
    }

    private static int NumberOf(string status) => int.TryParse(status, out var number) ? number : 0;
}
