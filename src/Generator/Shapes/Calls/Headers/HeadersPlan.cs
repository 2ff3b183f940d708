using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Calls.Headers;

/// <summary>A class to be emitted for the headers of a response.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fields">The headers.</param>
/// <param name="Operation">The only operation that has it, as the document names it: <c>GET /pets</c>; <see langword="null"/> for a class that is not of one operation.</param>
internal sealed record HeadersPlan(TypeName Name, IReadOnlyList<HeaderPlan> Fields, string? Operation)
{
    /// <summary>Whether they are of requests that the service sends, and not of its responses.</summary>
    public bool IsReceived { get; init; }
}
