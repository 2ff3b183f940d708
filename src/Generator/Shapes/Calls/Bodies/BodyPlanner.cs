using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Sharing;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls.Bodies;

/// <summary>Gives the request bodies of operations their C# types.</summary>
internal sealed class BodyPlanner(TypePlanner types, FormPlanner forms)
{
    /// <summary>The bodies of an operation, the one of the methods without a suffix first.</summary>
    public IReadOnlyList<BodyPlan> Plan(Operation operation, string context) =>
        operation.Body is { } body ? [.. body.Bodies.Select((sent, i) => Plan(body, sent, operation, i, context))] : [];

    private BodyPlan Plan(RequestBody body, SentBody sent, Operation operation, int index, string context)
    {
        var content = sent.Content;
        var type = OperationSchemas.HasValue(sent.Format) ? PlanValue(body.Bodies, OperationSchemas.SameAs(body.Bodies, index), context) : null;
        var form = sent.Format == RequestFormat.Multipart ? forms.Plan(content, operation, context) : null;
        return new(sent, type, form, body.IsRequired, content.IsNullable);
    }

    private CSharpType PlanValue(IReadOnlyList<SentBody> bodies, int index, string context) =>
        types.Plan(bodies[index].Content.Schema ?? new AnySchema(), ContextualNames.With(context, OperationSchemas.WordOf(bodies, index)));
}
