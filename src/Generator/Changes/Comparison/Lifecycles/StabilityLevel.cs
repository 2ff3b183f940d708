using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Lifecycles;

/// <summary>How much is promised of an operation, parameter or property (<c>x-stability-level</c>), the least first.</summary>
internal enum StabilityLevel
{
    /// <summary>The document has a text that is none of the others.</summary>
    Invalid,
    Draft,
    Alpha,
    Beta,

    /// <summary>Also where the document does not say it.</summary>
    Stable,
}

/// <summary>Reads stability levels.</summary>
internal static class StabilityLevels
{
    public const string Key = "x-stability-level";

    public static string? TextOf(PointedNode node) => node[Key].AsScalarText();

    public static StabilityLevel Of(PointedNode node) => (node[Key], TextOf(node)) switch
    {
        (null, _) or (_, "stable") => StabilityLevel.Stable,
        (_, "beta") => StabilityLevel.Beta,
        (_, "alpha") => StabilityLevel.Alpha,
        (_, "draft") => StabilityLevel.Draft,
        _ => StabilityLevel.Invalid,
    };

    /// <summary>How many days before its removal something has to be deprecated; 0 if its removal needs no date.</summary>
    public static int DaysOf(PointedNode node, LifecycleTerms terms) => Of(node) switch
    {
        StabilityLevel.Draft or StabilityLevel.Alpha => 0,
        StabilityLevel.Beta => terms.BetaDays,
        _ => terms.StableDays,
    };
}
