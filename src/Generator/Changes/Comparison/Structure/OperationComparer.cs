using Kiln.Generator.Changes.Comparison.Access;
using Kiln.Generator.Changes.Comparison.Contents;
using Kiln.Generator.Changes.Comparison.Lifecycles;
using Kiln.Generator.Changes.Comparison.Schemas;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Structure;

/// <summary>Compares two operations, of which one sends the request: the client, or for webhooks and callbacks the service.</summary>
internal sealed class OperationComparer
{
    private readonly ComparisonContext context;
    private readonly SecurityComparer security;
    private readonly ServerComparer servers;
    private readonly ParameterComparer parameters;
    private readonly RequestBodyComparer bodies;
    private readonly ResponseComparer responses;

    public OperationComparer(ComparisonContext context, SchemaComparer schemas, SecurityComparer security, ServerComparer servers)
    {
        var contents = new ContentComparer(context, schemas);
        (this.context, this.security, this.servers) = (context, security, servers);
        parameters = new(context, schemas, contents);
        bodies = new(context, contents);
        responses = new(context, contents, new HeaderComparer(context, schemas, contents));
    }

    /// <summary>Compares two operations.</summary>
    /// <param name="operation">The operations, without a direction.</param>
    /// <param name="old">The operation in the old document.</param>
    /// <param name="current">The operation in the new document.</param>
    public void Compare(ComparedObject operation, OperationEntry old, OperationEntry current)
    {
        CompareNames(operation);
        LifecycleComparer.Compare(context, operation);
        TextComparer.Compare(context, operation);

        var (sent, received) = operation.IsOutgoing ? (Direction.Response, Direction.Request) : (Direction.Request, Direction.Response);
        parameters.Compare(operation with { Direction = sent }, old, current);
        bodies.Compare(operation with { Direction = sent });
        responses.Compare(operation with { Direction = received });
        if (operation.IsOutgoing)
            return;

        security.Compare(operation);
        servers.Compare(operation, old, current);
        ContractComparer.Compare(context, operation, old, current);
    }

    private void CompareNames(ComparedObject operation)
    {
        var (old, current) = (operation.Old!.Value, operation.Current!.Value);
        if (operation.At("operationId").Compared(Aspects.OperationId, old["operationId"].AsText(), current["operationId"].AsText()) is { } id)
            context.Add(id.Action == ChangeAction.Changed ? id with { Action = ChangeAction.Renamed } : id);

        var (before, after) = (old["tags"].Texts(), current["tags"].Texts());
        foreach (var removed in before.Except(after, StringComparer.Ordinal))
            context.Add(operation.At("tags").Differs(Aspects.Tag, ChangeAction.Removed, removed, null));
        foreach (var added in after.Except(before, StringComparer.Ordinal))
            context.Add(operation.At("tags").Differs(Aspects.Tag, ChangeAction.Added, null, added));
    }
}
