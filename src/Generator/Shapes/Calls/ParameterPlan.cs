using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>A parameter in the query or a header.</summary>
/// <param name="Parameter">What the document says.</param>
/// <param name="Property">Its property in the query class.</param>
/// <param name="Argument">Its name as a method's parameter, which it is when it must be given.</param>
/// <param name="Type">Its C# type.</param>
/// <example><c>event_types</c> has the property <c>EventTypes</c> and the argument <c>eventTypes</c>.</example>
internal sealed record ParameterPlan(Parameter Parameter, string Property, string Argument, CSharpType Type);
