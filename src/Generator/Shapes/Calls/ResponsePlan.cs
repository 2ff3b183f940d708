using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Types;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>What comes back.</summary>
/// <param name="Kind">What the body is.</param>
/// <param name="MediaType">As the document has it.</param>
/// <param name="Type">The C# type of a JSON body.</param>
/// <param name="IsNullable">Whether a JSON body may be null.</param>
internal sealed record ResponsePlan(BodyKind Kind, string MediaType, CSharpType? Type, bool IsNullable = false);
