using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The properties that lead from a page to a value in it.</summary>
/// <example><c>/pagination/nextCursor</c> has the steps <c>Pagination</c>, which may be null, and <c>NextCursor</c>.</example>
internal sealed record MemberPathShape(EquatableArray<MemberStepShape> Steps)
{
    /// <summary>Whether any of the steps may be null.</summary>
    public bool IsNullable => Steps.Items.Any(s => s.IsNullable);
}

/// <summary>One property.</summary>
/// <param name="Property">Its name.</param>
/// <param name="IsNullable">Whether its value may be null.</param>
internal sealed record MemberStepShape(string Property, bool IsNullable);
