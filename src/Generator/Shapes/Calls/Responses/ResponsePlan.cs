using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls.Responses;

/// <summary>What a method returns.</summary>
/// <param name="Kind">What the body is.</param>
/// <param name="Accept">The value of the <c>Accept</c> header.</param>
/// <param name="Type">The C# type of a JSON body; <see langword="null"/> for all else, and where the status decides.</param>
/// <param name="IsNullable">Whether a JSON body may be null.</param>
internal sealed record ResponsePlan(BodyKind Kind, string Accept, CSharpType? Type, bool IsNullable = false)
{
    /// <summary>The status codes beside 204 and 205 of responses without a body; <see langword="null"/> if each has a body, or none.</summary>
    public EquatableArray<int>? EmptyStatuses { get; init; }

    /// <summary>The status codes of the documented successes; empty if a range of them is documented.</summary>
    public EquatableArray<int> Statuses { get; init; } = [];

    /// <summary>Whether the document says nothing of the body, though there may be one.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>The class with a property for each body between which the status decides; <see langword="null"/> for one body, or none.</summary>
    public ResultPlan? Result { get; init; }

    /// <summary>The types that are in it.</summary>
    public IEnumerable<CSharpType> Types => Result is null ? new[] { Type }.OfType<CSharpType>() : Result.Cases.Select(c => c.Type).OfType<CSharpType>();
}
