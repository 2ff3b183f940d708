namespace Kiln.Generator.Shapes.Types.Sharing;

/// <summary>A component, an operation or a webhook.</summary>
/// <param name="parent">The document, or the operation's path.</param>
/// <param name="kind">What it is.</param>
/// <param name="name">Its name.</param>
internal sealed class NamedOwner(Owner parent, OwnerKind kind, string name) : Owner
{
    public override Owner Parent => parent is PathOwner path ? path.OrDocument : parent;

    public override string Name => name;

    public OwnerKind Kind => kind;

    /// <summary>Whether it is an entry of <c>components</c> beside the schemas: what is inline in it belongs to no operation.</summary>
    public bool IsShared => kind is not (OwnerKind.Schema or OwnerKind.Operation or OwnerKind.Webhook);

    /// <summary>Whether the schema in it is called like it.</summary>
    public bool NamesWhatItHolds => kind is OwnerKind.Parameter or OwnerKind.Header;

    public override int Depth => DepthBelow(parent);
}

/// <summary>What a <see cref="NamedOwner"/> is.</summary>
internal enum OwnerKind
{
    /// <summary>A named schema.</summary>
    Schema,

    /// <summary>An operation.</summary>
    Operation,

    /// <summary>A webhook or a callback.</summary>
    Webhook,

    /// <summary>An entry of <c>components/responses</c>.</summary>
    Response,

    /// <summary>An entry of <c>components/requestBodies</c>.</summary>
    Request,

    /// <summary>An entry of <c>components/parameters</c>.</summary>
    Parameter,

    /// <summary>An entry of <c>components/headers</c>.</summary>
    Header,
}
