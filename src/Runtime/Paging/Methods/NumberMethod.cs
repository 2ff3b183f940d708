using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Paging;

/// <summary>Pages that are asked for by a number that grows from page to page, and may begin with that of the caller.</summary>
/// <param name="input">Where the number is.</param>
/// <param name="name">What it is: <c>page number</c>.</param>
internal abstract class NumberMethod(PageInput input, string name) : InputMethod(input)
{
    internal override string PositionName => name;

    internal override bool RemembersPositions => false;

    internal override ItemsTrace CreateTrace() => new(keepsLast: false);

    internal override string? ProblemOf(string position) => NumberPosition.ProblemOf(position, name);

    internal override string? Find(RequestInformation request) => Input.Find(request);
}
