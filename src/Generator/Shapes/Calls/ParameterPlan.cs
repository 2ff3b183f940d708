using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>A parameter that is not in the path.</summary>
/// <param name="Parameter">What the document says.</param>
/// <param name="Name">Its name: that of an argument if it must be given, and that of a property of the query or header class if not.</param>
/// <param name="Type">Its C# type.</param>
/// <example><c>event_types</c> is the argument <c>eventTypes</c> where it is required, and the property <c>EventTypes</c> where it is not.</example>
internal sealed record ParameterPlan(Parameter Parameter, string Name, CSharpType Type)
{
    /// <summary>Whether it is an argument of the methods.</summary>
    public bool IsArgument => Parameter.IsRequired;

    /// <summary>Whether it is sent in a header, the one of cookies included, and not in the URL.</summary>
    public bool IsHeader => Parameter.In is ParameterLocation.Header or ParameterLocation.Cookie;
}
