namespace Kiln.Generator.Shapes.Types.Sharing;

/// <summary>What inline schemas belong to: a component, an operation, a path, or a type without a name of its own that contains them.</summary>
internal abstract class Owner
{
    /// <summary>What it belongs to itself; <see langword="null"/> for the document.</summary>
    public abstract Owner? Parent { get; }

    /// <summary>What names of types that belong to it begin with; empty for the document.</summary>
    public abstract string Name { get; }

    /// <summary>A number above that of its parent.</summary>
    public abstract int Depth { get; }

    /// <summary>The innermost owner that two have in common.</summary>
    public static Owner Common(Owner one, Owner other)
    {
        while (one != other)
        {
            if (one.Depth >= other.Depth)
                one = one.Parent!;
            else
                other = other.Parent!;
        }
        return one;
    }

    /// <summary>The number of an owner below this one.</summary>
    protected static int DepthBelow(Owner owner) => owner.Depth + 1;
}

/// <summary>The document as a whole.</summary>
internal sealed class DocumentOwner : Owner
{
    public override Owner? Parent => null;

    public override string Name => "";

    public override int Depth => 0;
}
