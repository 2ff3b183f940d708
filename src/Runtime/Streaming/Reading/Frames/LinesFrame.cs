using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Streaming;

/// <summary>Items in lines of their own. One that takes several lines, or is not followed by a line end yet, is found by its brackets.</summary>
internal sealed class LinesFrame() : SeparatedFrame((byte)'\n')
{
    private bool takesSeveralLines;

    protected override bool EndsAtSeparator => !takesSeveralLines;

    protected override bool Find(BodyReadBuffer window, ReadContext context)
    {
        SkipWhiteSpace(window);
        IsEnd = window.IsEnd && window.Bytes.IsEmpty;
        return !window.Bytes.IsEmpty;
    }

    public override void CutOff() => takesSeveralLines = true;
}
