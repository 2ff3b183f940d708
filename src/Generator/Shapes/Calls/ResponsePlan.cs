using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>What comes back.</summary>
/// <param name="Kind">What the body is.</param>
/// <param name="MediaType">As the document has it.</param>
/// <param name="Type">The C# type of a JSON body.</param>
/// <param name="IsNullable">Whether a JSON body may be null.</param>
internal sealed record ResponsePlan(BodyKind Kind, string MediaType, CSharpType? Type, bool IsNullable = false)
{
    /// <summary>The status codes beside 204 and 205 of responses without a body; <see langword="null"/> if each has a body, or none.</summary>
    public EquatableArray<int>? EmptyStatuses { get; init; }

    /// <summary>Whether the document says nothing of the body, though there may be one.</summary>
    public bool IsUnknown { get; init; }
}
