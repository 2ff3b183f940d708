using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Calls.Bodies;
using Kiln.Generator.Shapes.Calls.Errors;
using Kiln.Generator.Shapes.Calls.Responses;
using Kiln.Generator.Shapes.Calls.Streams;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>An operation with all its C# types and names.</summary>
/// <param name="Operation">What the document says.</param>
/// <param name="Name">What the methods' names begin with: <c>Get</c>.</param>
/// <param name="PathValues">For each parameter in the path template, in order, the builder's field that holds it.</param>
/// <param name="Parameters">What goes into the query and the headers.</param>
/// <param name="Body">What is sent.</param>
/// <param name="Response">What comes back.</param>
/// <param name="Headers">The class of the answer's headers; <see langword="null"/> when the document names none.</param>
/// <param name="Errors">The exception for each status that has one.</param>
/// <param name="CountMethod">The method that gives the number of items alone; <see langword="null"/> for none.</param>
internal sealed record CallPlan(
    Operation Operation,
    string Name,
    IReadOnlyList<PathValue> PathValues,
    ParametersPlan Parameters,
    BodyPlan? Body,
    ResponsePlan Response,
    TypeName? Headers,
    IReadOnlyList<ErrorPlan> Errors,
    string? CountMethod)
{
    /// <summary>
    /// The name of the methods for the operation's first body, if it sends a further one: query, responses and fields are those of that plan; <see langword="null"/> if it is that plan.
    /// </summary>
    public string? First { get; init; }

    /// <summary>The bodies that are read item by item.</summary>
    public IReadOnlyList<StreamPlan> Streams { get; init; } = [];

    /// <summary>Whether it sends a further body of an operation.</summary>
    public bool IsAlternative => First is not null;

    /// <summary>The methods that read further media types into types of their own.</summary>
    public IReadOnlyList<AnswerPlan> Others { get; init; } = [];

    /// <summary>The name of the method that takes a media type; <see langword="null"/> for none.</summary>
    public string? Raw { get; init; }

    /// <summary>The private fields of the operation. They are named last, as they give way to all public members of the builder.</summary>
    public CallFields Fields { get; init; } = CallFields.Unnamed;
}
