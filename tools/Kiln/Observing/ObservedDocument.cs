using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Pipeline;
using Kiln.Tool.Observing.Matching;
using Kiln.Tool.Observing.Validation;
using Kiln.Tool.Observing.Validation.Schemas;

namespace Kiln.Tool.Observing;

/// <summary>A document that traffic is compared with.</summary>
internal sealed class ObservedDocument
{
    /// <param name="names">The document with the names of its SDK.</param>
    /// <param name="anyHost">Whether requests to any host are compared.</param>
    public ObservedDocument(SdkNames names, bool anyHost)
    {
        Names = names;
        Nodes = new(names.Spec.Root);
        Facts = new(Nodes);
        Routes = new(Nodes, anyHost);
    }

    public SdkNames Names { get; }

    public DocumentNodes Nodes { get; }

    public SchemaFactsTable Facts { get; }

    public RouteTable Routes { get; }
}
