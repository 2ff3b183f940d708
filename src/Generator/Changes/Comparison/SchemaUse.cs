using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Changes.Comparison;

/// <summary>Where a schema is used that is compared.</summary>
/// <param name="Direction">Which way its values go.</param>
/// <param name="Place">What the schema itself is the schema of: a body, a parameter or a header.</param>
/// <param name="Subject">What it is called if it is no component: <c>GET /pets 200</c>, <c>POST /pets request</c>, <c>GET /pets query limit</c>.</param>
/// <param name="Operation">The operation that it belongs to: <c>GET /pets</c>.</param>
internal readonly record struct SchemaUse(Direction Direction, ChangePlaces Place, string Subject, string Operation)
{
    /// <summary>Whether all of its values are sent as text, so that a string is no other than a number: in forms, and in bodies that are not JSON.</summary>
    public bool IsText { get; init; }
}
