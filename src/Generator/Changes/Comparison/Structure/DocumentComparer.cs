using Kiln.Generator.Changes.Comparison.Access;
using Kiln.Generator.Changes.Comparison.Schemas;

namespace Kiln.Generator.Changes.Comparison.Structure;

/// <summary>Finds all differences between two documents.</summary>
internal static class DocumentComparer
{
    /// <summary>The differences in the order of what they are about: the document, its operations, its webhooks, its schemas.</summary>
    public static IReadOnlyList<Difference> Compare(SdkVersion old, SdkVersion current, LifecycleTerms terms, CancellationToken cancellationToken)
    {
        var context = new ComparisonContext(old, current, terms, cancellationToken);
        var document = new ComparedObject(context.OldNodes.Root, context.CurrentNodes.Root, "", "");
        var schemas = new SchemaComparer(context);
        var security = new SecurityComparer(context, SecuritySchemeComparer.Compare(context));
        var servers = new ServerComparer(context);
        var operations = new OperationComparer(context, schemas, security, servers);

        InfoComparer.Compare(context);
        servers.CompareDefaults(document);
        security.CompareDefaults(document);
        PathsComparer.Compare(context, operations);
        WebhookComparer.Compare(context, operations);
        schemas.Complete();
        ComponentComparer.Compare(context, schemas);
        return context.Differences;
    }
}
