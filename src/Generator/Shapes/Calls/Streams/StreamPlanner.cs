using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Calls.Responses;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Sharing;

namespace Kiln.Generator.Shapes.Calls.Streams;

/// <summary>Gives the streams of operations their C# types.</summary>
internal sealed class StreamPlanner(TypePlanner types)
{
    /// <summary>The streams of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="context">What its types are named after.</param>
    /// <param name="methods">The names of the methods, one for each stream.</param>
    public IReadOnlyList<StreamPlan> Plan(Operation operation, string context, IReadOnlyList<string> methods) => [.. operation.Streams.Select((c, i) => Plan(operation, c, context, methods[i]))];

    private StreamPlan Plan(Operation operation, Content content, string context, string method) => new(
        content,
        types.Plan(content.Items!.Schema, ContextualNames.With(context, OperationSchemas.WordOf(content.Items))),
        method,
        AcceptHeader.Of(operation, [MediaTypes.ToSend(content.MediaType)], isUnknown: false));

    /// <summary>The same streams with their fields.</summary>
    public static IReadOnlyList<StreamPlan> WithFields(IReadOnlyList<StreamPlan> streams, IReadOnlyList<string> fields) => [.. streams.Select((s, i) => s with { Field = fields[i] })];
}
