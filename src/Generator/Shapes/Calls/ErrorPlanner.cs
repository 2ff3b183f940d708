using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>Gives each model that is answered as an error an exception that carries it.</summary>
internal sealed class ErrorPlanner(NameCatalog catalog, TypePlanner types)
{
    private readonly Dictionary<TypeName, TypeName> exceptions = [];

    /// <summary>The exceptions so far, by the model that each carries.</summary>
    public IEnumerable<KeyValuePair<TypeName, TypeName>> Exceptions => exceptions;

    /// <summary>The exception of each of an operation's error statuses whose body is an object; the others have the runtime's plain one.</summary>
    public IReadOnlyList<ErrorPlan> Plan(Operation operation, string prefix)
    {
        var plans = new List<ErrorPlan>();
        foreach (var response in operation.Responses)
        {
            // Where no success is declared, "default" is the success.
            if (response.IsSuccess || response == operation.Success || !response.HasBody)
                continue;
            if (MediaTypes.Choose(response.Contents) is not { Schema: { } schema } content || MediaTypes.KindOf(content.MediaType) != BodyKind.Json)
                continue;
            if (types.Plan(schema, $"{prefix}{Identifiers.Pascal(response.Status.ToLowerInvariant())}Error") is ModelType model)
                plans.Add(new(response.Status.ToUpperInvariant() is "DEFAULT" ? "default" : response.Status.ToUpperInvariant(), ExceptionFor(model.Name)));
        }
        return plans;
    }

    private TypeName ExceptionFor(TypeName model)
    {
        if (!exceptions.TryGetValue(model, out var exception))
            exceptions.Add(model, exception = catalog.AddType(model.Namespace, model.Name + "Exception", "Error"));
        return exception;
    }
}
