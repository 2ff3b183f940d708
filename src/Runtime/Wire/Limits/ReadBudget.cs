namespace Kiln.Runtime.Wire;

/// <summary>
/// How much memory one reading may allocate. <c>{},{},…</c> becomes a hundred bytes of objects for each of its own, so that a limit on the bytes of a
/// body is none on memory. Counted is what the runtime itself counts for the thread, whatever it is: objects, lists, strings, JSON that is kept.
/// </summary>
/// <remarks>Reading never leaves its thread between <see cref="Start"/> and the last look.</remarks>
internal struct ReadBudget
{
    private const int PerByte = 8;

    // What any reading may need, however short its text: tables of strings and, for the first of a type, of fields.
    private const long Least = 4 * 1024 * 1024;

    // Between two looks is little that could not be paid for, and a look costs as much as a short value.
    private const int StepsPerLook = 32;

    private readonly long limit;
    private long start;
    private int steps;

    /// <param name="bytes">The largest text that is accepted.</param>
    public ReadBudget(long bytes)
    {
        limit = Math.Max(PerByte * bytes, Least);
        Start();
    }

    public readonly long Limit => limit;

    /// <summary>Begins to count anew, on the thread that goes on reading.</summary>
    public void Start() => start = GC.GetAllocatedBytesForCurrentThread();

    /// <summary>Counts one value, and says whether they have allocated too much so far; looks after every few of them only.</summary>
    public bool IsSpent() => ++steps % StepsPerLook == 0 && !Allows(0);

    /// <summary>Whether so many bytes can be allocated at once.</summary>
    public readonly bool Allows(long bytes) => GC.GetAllocatedBytesForCurrentThread() - start + bytes <= limit;

    /// <summary>Leaves out what was allocated, but not by reading, or is held no more.</summary>
    public void Exclude(long bytes) => start += bytes;
}
