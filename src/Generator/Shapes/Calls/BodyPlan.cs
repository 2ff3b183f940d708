using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls;

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
