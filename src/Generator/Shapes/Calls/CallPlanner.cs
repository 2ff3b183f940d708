using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Calls.Bodies;
using Kiln.Generator.Shapes.Calls.Errors;
using Kiln.Generator.Shapes.Calls.Headers;
using Kiln.Generator.Shapes.Calls.Responses;
using Kiln.Generator.Shapes.Calls.Streams;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>Gives the operations of a path their C# types and names.</summary>
internal sealed class CallPlanner(NameCatalog catalog, TypePlanner types, ErrorPlanner errors, HeadersPlanner headersPlanner, BodyPlanner bodies, ResponsePlanner responses)
{
    private readonly ParameterPlanner parameters = new(catalog, types);
    private readonly StreamPlanner streams = new(types);

    /// <summary>Plans one operation: a plan for each of its bodies, or the one without.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="namespace">The namespace of its builder.</param>
    /// <param name="operationName">What its types are named after.</param>
    /// <param name="names">The names of its methods.</param>
    /// <param name="pathValues">The parameters of the builder's path.</param>
    public IReadOnlyList<CallPlan> Plan(Operation operation, string @namespace, OperationName operationName, CallNames names, IReadOnlyList<PathValue> pathValues)
    {
        var headers = headersPlanner.Plan(operation, operationName);

        var sentBodies = bodies.Plan(operation, operationName.Models);
        var first = new CallPlan(
            operation,
            names.Name,
            pathValues,
            parameters.Plan(operation, @namespace, operationName, pathValues),
            sentBodies.FirstOrDefault(),
            responses.PlanPrimary(operation, operationName.Models),
            headers?.Name,
            errors.Plan(operation, operationName.Models),
            names.CountMethod);
        var others = operation.Answers.Others.Select(a => responses.PlanOther(operation, a, operationName.Models)).ToList();
        IReadOnlyList<CallPlan> plans = [first, .. sentBodies.Skip(1).Select((body, i) => first with { Name = names.OtherBodies[i], Body = body, CountMethod = null, First = names.Name })];
        return [.. plans.Select((p, i) => p with
        {
            Others = [.. others.Select((o, at) => new AnswerPlan(names.Answers[i].Others[at], o))],
            Raw = names.Answers[i].Raw,
            Streams = streams.Plan(operation, operationName.Models, names.Streams[i]),
        })];
    }
}
