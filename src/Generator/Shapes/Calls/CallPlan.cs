using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>An operation with all its C# types and names.</summary>
/// <param name="Operation">What the document says.</param>
/// <param name="Name">What the methods' names begin with: <c>Get</c>.</param>
/// <param name="PathValues">For each parameter in the path template, in order, the builder's field that holds it.</param>
/// <param name="Parameters">What goes into the query and the headers.</param>
/// <param name="Query">The class that holds them; <see langword="null"/> when there are none.</param>
/// <param name="Body">What is sent.</param>
/// <param name="Response">What comes back.</param>
/// <param name="Headers">The class of the answer's headers; <see langword="null"/> when the document names none.</param>
/// <param name="HeaderFields">The answer's headers.</param>
/// <param name="Errors">The exception for each status that has one.</param>
/// <param name="CountMethod">The method that gives the number of items alone; <see langword="null"/> for none.</param>
internal sealed record CallPlan(
    Operation Operation,
    string Name,
    IReadOnlyList<PathValue> PathValues,
    IReadOnlyList<ParameterPlan> Parameters,
    TypeName? Query,
    BodyPlan? Body,
    ResponsePlan Response,
    TypeName? Headers,
    IReadOnlyList<HeaderPlan> HeaderFields,
    IReadOnlyList<ErrorPlan> Errors,
    string? CountMethod)
{
    /// <summary>The private fields of the operation. They are named last, as they give way to all public members of the builder.</summary>
    public CallFields Fields { get; init; } = CallFields.Unnamed;
}

