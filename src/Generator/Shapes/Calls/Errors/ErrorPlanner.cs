using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Calls.Headers;
using Kiln.Generator.Shapes.Calls.Responses;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Sharing;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls.Errors;

/// <summary>
/// Gives each error its exception: one class for each class that errors are, for a list or dictionary of it, and for each other body that the document names; the runtime's
/// <c>ServiceException&lt;TError&gt;</c> for bodies without any name, such as texts.
/// </summary>
internal sealed class ErrorPlanner(ApiModel api, NameCatalog catalog, TypePlanner types, HeadersPlanner headers, string modelNamespace)
{
    private static readonly TypeName Problem = new("Kiln.Runtime.Responses.Problems", "ProblemDetails");

    private readonly ExceptionPlan problems = new(Problem with { Name = Problem.Name + "Exception" }, new ModelType(Problem), IsOfRuntime: true);

    private readonly HashSet<(string Pointer, string Name)> chosenNames = [.. ChosenNames(api)];
    private readonly Dictionary<(CSharpType? Type, string? Name), ExceptionPlan> exceptions = [];
    private readonly List<ExceptionPlan> inOrder = [];
    private readonly HashSet<CSharpType> unnamed = [];

    /// <summary>The exceptions so far, which become files.</summary>
    public IReadOnlyList<ExceptionPlan> Exceptions => inOrder;

    /// <summary>The types of all errors so far.</summary>
    public IEnumerable<CSharpType> Types => inOrder.Select(e => e.Type).OfType<CSharpType>().Concat(unnamed);

    /// <summary>What each of an operation's errors becomes of which the document says anything.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="prefix">What its types are named after.</param>
    public IReadOnlyList<ErrorPlan> Plan(Operation operation, string prefix)
    {
        var plans = new List<ErrorPlan>();
        foreach (var response in operation.Errors)
        {
            var reason = StatusWords.Of(response.Status) is { Length: > 0 } word ? ContextualNames.With(prefix, word) : prefix;
            var bodies = Bodies(response, ContextualNames.With(reason, "Error"));
            var own = headers.Plan(operation, response, reason)?.Name;
            foreach (var body in bodies)
                body.Exception?.AddResponse(own);
            plans.Add(new(response.Status.ToUpperInvariant() is "DEFAULT" ? "default" : response.Status.ToUpperInvariant(), bodies, ResponseText.Of(response), own));
        }
        var isDescribed = plans.Exists(p => p.Description.Length > 0);
        return [.. plans.Where(p => p.Bodies.Count > 0 || p.Description.Length > 0 || p.Headers is not null || isDescribed && IsCovered(p, plans))];
    }

    // What is said of all others does not hold for a status that has a response of its own.
    private static bool IsCovered(ErrorPlan plan, List<ErrorPlan> plans) =>
        plan.Status != "default" && plans.Exists(p => p.Description.Length > 0 && (p.Status == "default" || plan.Status != p.Status && p.Status == plan.Status[0] + "XX"));

    private List<ErrorBodyPlan> Bodies(Response response, string context)
    {
        var bodies = new List<ErrorBodyPlan>();
        foreach (var content in ErrorContents.Of(response))
        {
            // One name can be chosen for a response; its other media types have what they would have without.
            var chosen = bodies.Count == 0 ? response.ExceptionNameOverride : null;
            var body = Body(content, response, chosen, context);
            if (!bodies.Exists(b => Equals(b.Type, body.Type) && b.Exception == body.Exception))
                bodies.Add(body);
        }
        return bodies;
    }

    private ErrorBodyPlan Body(Content content, Response response, string? chosen, string context)
    {
        var mediaType = MediaTypes.NameOf(content.MediaType);
        if (content.Kind == BodyKind.Text)
            return new(mediaType, null, ExceptionFor(null, chosen, ComponentOf(response)));
        if (ErrorContents.IsProblem(content))
            return ProblemBody(mediaType, chosen);

        var type = types.Plan(content.Schema!, context);
        chosen ??= ChosenElsewhere(type, content.Schema!);
        var exception = NameOf(type) is { } name ? ExceptionFor(type, chosen, NameFor(name, content.Schema!)) : ExceptionFor(type, chosen, ComponentOf(response));
        if (exception is null)
            unnamed.Add(type);
        return new(mediaType, type, exception);
    }

    private ErrorBodyPlan ProblemBody(string mediaType, string? chosen)
    {
        catalog.AddImported(Problem);
        catalog.AddImported(problems.Name);
        return new(mediaType, problems.Type, chosen is null ? problems : ExceptionFor(problems.Type, chosen, null));
    }

    private ExceptionPlan? ExceptionFor(CSharpType? type, string? chosen, string? wanted)
    {
        if ((chosen ?? wanted) is not { } name)
            return null;
        // One class for each class that is an error, whatever it would be called the second time.
        var key = (type, chosen ?? (NameOf(type) is null ? wanted : null));
        if (!exceptions.TryGetValue(key, out var exception))
        {
            exception = new(catalog.AddType(modelNamespace, Identifiers.Chosen(chosen) ?? name, "Error", chosen is not null), type);
            exceptions.Add(key, exception);
            inOrder.Add(exception);
        }
        return exception;
    }

    // Elsewhere, the document may choose for the same error the name that it would have here: that is one exception.
    private string? ChosenElsewhere(CSharpType type, Schema schema) =>
        schema is ReferenceSchema { Pointer: var pointer } && NameOf(type) is { } name && ExceptionNames.Of(name, types.IsNamedAfterPlace(schema)) is var plain && chosenNames.Contains((pointer, plain))
            ? plain
            : null;

    private static IEnumerable<(string Pointer, string Name)> ChosenNames(ApiModel api) =>
        from operation in api.Operations.Items
        from response in operation.Errors
        where response.ExceptionNameOverride is not null
        let schema = ErrorContents.Of(response).FirstOrDefault()?.Schema as ReferenceSchema
        where schema is not null
        select (schema.Pointer, Identifiers.Chosen(response.ExceptionNameOverride)!);

    private string NameFor(string type, Schema schema)
    {
        var name = ExceptionNames.Of(type, types.IsNamedAfterPlace(schema));
        return catalog.IsFree(modelNamespace, name) ? name : ExceptionNames.Of(type, isMade: false);
    }

    // The entry of the document's responses names what has no name of its own, as it does models.
    private static string? ComponentOf(Response response) =>
        response.Origin.Pointer?.Split('/') is ["", "components", "responses", var key] ? ExceptionNames.Of(ExceptionNames.ModelOf(WantedName.OfType(key.Replace("~1", "/").Replace("~0", "~")).Plain), isMade: true) : null;

    /// <summary>What an exception with an error of a type is named after; <see langword="null"/> for a type without a name.</summary>
    private static string? NameOf(CSharpType? type) => type switch
    {
        ModelType model => model.Name.Name,
        UnionType union => union.Name.Name,
        EnumType @enum => @enum.Name.Name,
        ListType list => NameOf(list.Items) is { } item ? item + "List" : null,
        DictionaryType map => NameOf(map.Values) is { } value ? value + "Dictionary" : null,
        _ => null,
    };
}
