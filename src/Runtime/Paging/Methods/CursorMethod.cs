using System.Globalization;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Paging;

/// <summary>Pages that have the cursor of the next one.</summary>
internal sealed class CursorMethod(PageInput input, PageOutput output) : InputMethod(input)
{
    internal override PagingKind Kind => PagingKind.Cursor;

    internal override string PositionName => "cursor";

    internal override IReadOnlyList<JsonPointer> Places { get; } = output.Pointer is { } place ? [place] : [];

    internal override PageOutput Output => output;

    internal override string? Next(ReceivedPage page, out string? problem)
    {
        problem = null;
        return output.Find(page);
    }

    // The number of the page: services have such cursors too, where they are numbers.
    internal override string MakeUp(MadeUpPage page) => (page.Index + 1).ToString(CultureInfo.InvariantCulture);
}
