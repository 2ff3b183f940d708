namespace Kiln.Runtime.Wire;

/// <summary>
/// Where values end that looking ahead has skipped. A union whose case is identified by a property that comes last is skipped whole before it is read, and so is
/// each union in it: without this, what is in ten unions would be skipped ten times.
/// </summary>
/// <remarks>Holds what is in one outermost value at a time. Offsets count from the start of the body.</remarks>
internal sealed class SkippedValues(int maxDepth)
{
    // Shorter values are skipped again: that costs less than to remember them.
    private const int Shortest = 128;

    private readonly Dictionary<long, long> ends = [];
    private readonly long[] open = new long[maxDepth + 1];
    private int depth;
    private long end;

    /// <summary>Begins to look into a value, and forgets the values before it.</summary>
    public void LookInto(long offset)
    {
        if (offset >= end)
            ends.Clear();
    }

    public bool TryGetEnd(long offset, out long valueEnd) => ends.TryGetValue(offset, out valueEnd);

    /// <summary>Begins to skip.</summary>
    public void Start() => depth = 0;

    /// <summary>Takes the bracket that a value begins with.</summary>
    public void Open(long offset) => open[depth++] = offset;

    /// <summary>Takes the bracket that a value ends with.</summary>
    /// <param name="offset">Of what follows it.</param>
    /// <returns>Whether it was the outermost.</returns>
    public bool Close(long offset)
    {
        var start = open[--depth];
        if (offset - start >= Shortest)
            ends[start] = offset;
        end = Math.Max(end, offset);
        return depth == 0;
    }
}
