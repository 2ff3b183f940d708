using Kiln.Generator.Api;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;

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
    IReadOnlyList<ErrorPlan> Errors);

/// <summary>A parameter in a path, as a builder holds it.</summary>
internal sealed record PathValue(string Name, CSharpType Type, string? Description);

/// <summary>A parameter in the query or a header.</summary>
/// <param name="Parameter">What the document says.</param>
/// <param name="Property">Its property in the query class.</param>
/// <param name="Argument">Its name as a method's parameter, which it is when it must be given.</param>
/// <param name="Type">Its C# type.</param>
internal sealed record ParameterPlan(Parameter Parameter, string Property, string Argument, CSharpType Type);

/// <summary>A header of the answer.</summary>
internal sealed record HeaderPlan(Header Header, string Property, CSharpType Type);

/// <summary>The exception that a status is thrown as.</summary>
internal sealed record ErrorPlan(string Status, TypeName Exception);

/// <summary>What is sent.</summary>
/// <param name="Kind">Never <see cref="BodyKind.None"/>.</param>
/// <param name="MediaType">As the document has it.</param>
/// <param name="Type">The C# type of a JSON body.</param>
/// <param name="IsRequired">Whether it may be left out.</param>
/// <param name="IsNullable">Whether a JSON body may be null.</param>
internal sealed record BodyPlan(BodyKind Kind, string MediaType, CSharpType? Type, bool IsRequired, bool IsNullable)
{
    /// <summary>Whether only the caller knows the content type: it has a boundary, or is a range of types.</summary>
    public bool NeedsContentType => Kind == BodyKind.Stream && (MediaType.Contains("*") || MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase));
}

/// <summary>What comes back.</summary>
/// <param name="Kind">What the body is.</param>
/// <param name="MediaType">As the document has it.</param>
/// <param name="Type">The C# type of a JSON body.</param>
/// <param name="IsNullable">Whether a JSON body may be null.</param>
internal sealed record ResponsePlan(BodyKind Kind, string MediaType, CSharpType? Type, bool IsNullable = false);
