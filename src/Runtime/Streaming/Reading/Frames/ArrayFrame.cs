using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Streaming;

/// <summary>The elements of one array.</summary>
internal sealed class ArrayFrame : ItemFrame
{
    private Part part;
    private JsonItemEnd end;

    public override int Depth => 1;

    protected override bool Find(BodyReadBuffer window, ReadContext context)
    {
        SkipWhiteSpace(window);
        if (window.Bytes.IsEmpty)
            return Wait(window, context);
        switch (part)
        {
            case Part.Before:
                Expect(window, '[', "$", "the start of a list was expected");
                part = Part.First;
                return Find(window, context);
            case Part.First or Part.Behind when window.Bytes[0] == ']':
                window.Consume(1);
                part = Part.After;
                return Find(window, context);
            case Part.Behind:
                Expect(window, ',', context.Path(), "a comma or ']' was expected");
                part = Part.Next;
                return Find(window, context);
            case Part.After:
                throw new WireFormatException("more text follows the value", "$", window.Offset);
            default:
                return true;
        }
    }

    public override bool MayBeWhole(BodyReadBuffer window) => end.MayHaveCome(window.Bytes, window.IsEnd);

    public override void CutOff() => end.CutOff();

    public override void Take(BodyReadBuffer window, ReadContext context, int length)
    {
        end.Take(length);
        part = Part.Behind;
        base.Take(window, context, length);
    }

    private static void Expect(BodyReadBuffer window, char mark, string path, string problem)
    {
        if (window.Bytes[0] != mark)
            throw new WireFormatException($"{WireReader.Show(window.Bytes[0])} where {problem}", path, window.Offset);
        window.Consume(1);
    }

    private bool Wait(BodyReadBuffer window, ReadContext context)
    {
        if (window.IsEnd && part != Part.After)
            throw new WireFormatException("the text ends before the value does", part == Part.Before ? "$" : context.Path(), window.Offset);
        IsEnd = window.IsEnd;
        return false;
    }

    private enum Part
    {
        Before,
        First,
        Behind,
        Next,
        After,
    }
}
