using Kiln.Runtime.Contracts;

namespace Kiln.Runtime.Wire;

/// <summary>
/// What one reading of one body remembers beside the position: its position in the tree, what could not be kept, and the strings so far.
/// A class, so that it can still be asked after the reader, a ref struct, was left by an exception.
/// </summary>
internal sealed class ReadContext(ReadOptions options, long textLength, long offsetBase = 0) : IDisposable
{
    private PathSegment[] places = new PathSegment[Math.Min(options.MaxDepth, 16) + 1];
    private readonly Queue<ContractViolation> uncertain = [];
    private StringTable? strings;
    private int depth;
    private ReadCounts counts;
    private string? misfit;

    // A length that is not known yet says nothing; one that is was accepted by whoever has the text in memory.
    private ReadBudget budget = new(Math.Max(options.MaxBodyBytes, textLength <= Array.MaxLength ? textLength : 0));

    /// <summary>Bytes that stood before the JSON, such as a byte order mark, or what was read before this buffer.</summary>
    public long OffsetBase { get; set; } = offsetBase;

    public int MaxDepth => options.MaxDepth;

    /// <summary>Whether models remember the forms of their fields. What is only read to be compared needs none.</summary>
    public bool PreservesFormat { get; init; } = true;

    /// <summary>Whether the buffer is not the whole text, so that what is cut off is not yet an error.</summary>
    public bool IsPartial { get; set; }

    /// <summary>What this reading may allocate. A reading that goes on on another thread starts it again.</summary>
    public ref ReadBudget Budget => ref budget;

    /// <summary>What looking ahead has skipped; null before the first look.</summary>
    public SkippedValues? Skipped { get; private set; }

    /// <summary>Begins to look ahead into a value.</summary>
    /// <param name="offset">Of the value, from the start of the body.</param>
    public void LookInto(long offset) => (Skipped ??= new(MaxDepth)).LookInto(offset);

    /// <summary>The strings of this reading.</summary>
    public StringTable Strings => strings ??= StringTable.Rent(textLength);

    /// <summary>How many values so far were left out of a typed list or map; a field sees by the difference that it must keep its JSON.</summary>
    public int Losses
    {
        get => counts.Losses;
        set => counts = counts with { Losses = value, Changes = counts.Changes + 1 };
    }

    /// <summary>How many values so far were read whole, but would be written in another form than they came in; a field sees by the difference that it must remember the form.</summary>
    public int FormatChanges
    {
        get => counts.FormatChanges;
        set => counts = counts with { FormatChanges = value, Changes = counts.Changes + 1 };
    }

    /// <summary>How often one of the other counts changed, or a value did not fit: a field looks at the others only where this did.</summary>
    public int Changes => counts.Changes;

    /// <summary>All counts, to be set back to what they were.</summary>
    public ReadCounts Counts
    {
        get => counts;
        set => counts = value;
    }

    /// <summary>Says that the value of a field does not fit.</summary>
    /// <param name="expected">What was expected in its place.</param>
    public void AddMisfit(string expected)
    {
        misfit = expected;
        counts = counts with { Changes = counts.Changes + 1 };
    }

    /// <summary>What was expected in place of the value of the field that was just read; null if it fitted.</summary>
    public string? TakeMisfit()
    {
        var expected = misfit;
        misfit = null;
        return expected;
    }

    /// <summary>Whether the outermost object held a field that the document names, or the document names none.</summary>
    public bool IsRootRecognized { get; set; }

    public bool IsAtRoot => depth == 1;

    /// <summary>What the body needs to be a page; null for other bodies.</summary>
    public PageRequirements? Frame { get; init; }

    /// <summary>Whether faults of the current object's properties may make the body no page.</summary>
    public bool HasPageRequirements => Frame is not null && depth <= Frame.Depth;

    /// <summary>The places of the page's items that could not be read; null if all were, or the body is no page.</summary>
    public List<int>? LeftOut { get; private set; }

    /// <summary>Says that an item of the current list could not be read and is left out of it.</summary>
    public void LeaveOut(int index)
    {
        Losses++;
        if (Frame is not null && depth == Frame.Items.Tokens.Count + 1 && Frame.Items.BeginsWith(PathTo(depth - 1)))
            (LeftOut ??= []).Add(index);
    }

    /// <summary>Ends the reading if a fault at the current property makes the body no page.</summary>
    /// <exception cref="WireFormatException">It does.</exception>
    /// <remarks>In strict mode, what breaks the contract is left to the report of it, which says so.</remarks>
    public void CheckPage(PageFault fault, bool isRequired, string reason, long offset)
    {
        if (!HasPageRequirements || (options.Mode == ContractMode.Strict && IsViolation(fault, isRequired)))
            return;
        if (Frame!.Forbids(fault, PathTo(depth), isRequired))
            throw new WireFormatException("the body is not a page: " + reason, Path(), offset);
    }

    public int Depth => depth;

    /// <summary>What models keep and is made when the outermost of them has been read; null if there was nothing yet.</summary>
    public DeferredElements? Deferred { get; private set; }

    /// <summary>How many models are being read inside each other.</summary>
    public int Models { get; set; }

    /// <summary>Keeps a value; <see cref="DeferredElements.Add"/>.</summary>
    public void Defer(PreservedData data, string name, int start, int end) => (Deferred ??= new()).Add(data, name, start, end);

    /// <summary>Enters a list or a map, or an object whose fields have these names.</summary>
    public void Enter(string[]? names = null)
    {
        if (++depth > places.Length)
            Array.Resize(ref places, places.Length * 2);
        places[depth - 1] = new(names, null, -1);
    }

    public void Leave() => depth--;

    /// <summary>Moves to an item of a list, or to a field by its place among the names.</summary>
    public void At(int index) => places[depth - 1].Index = index;

    /// <summary>Moves to a key of a map, or to a field that the document does not name.</summary>
    public void At(string key)
    {
        places[depth - 1].Key = key;
        places[depth - 1].Index = -1;
    }

    /// <summary>Whether anybody wants to know; saves describing what nobody hears.</summary>
    public bool IsReporting => !IsSuppressed && (options.Mode == ContractMode.Strict || options.OnViolation is not null || options.Observed is not null);

    /// <summary>Whether what is read may be of another type, so that its being so is not worth telling.</summary>
    public bool IsSuppressed { get; set; }

    /// <summary>How many values so far were not what was expected, told or not.</summary>
    public int Mismatches { get; set; }

    public void Report(string expected, string found, long offset)
    {
        var violation = new ContractViolation(Path(), expected, found);
        if (options.Mode == ContractMode.Strict)
        {
            options.Observed?.Add(violation);
            throw new WireFormatException($"expected {expected}, found {found}", violation.Path, offset, violation);
        }
        if (IsPartial)
            uncertain.Enqueue(violation);
        else
            Tell(violation);
    }

    /// <summary>Tells of the violations of a value that might have had to be read again, and now was read to its end.</summary>
    public void Commit()
    {
        // Taken out first: if the caller's own code throws, it is not told of the same violation again.
        while (uncertain.TryDequeue(out var violation))
            Tell(violation);
    }

    private void Tell(ContractViolation violation)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        options.Observed?.Add(violation);
        options.OnViolation?.Invoke(violation);
        budget.Exclude(GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Goes back to before a value that must be read again.</summary>
    public void Rewind(int toDepth)
    {
        depth = toDepth;
        IsSuppressed = false;
        Models = 0;
        Deferred?.Clear();
        uncertain.Clear();
    }

    /// <summary>The position of the reading, as a JSON path (RFC 9535) of at most 200 characters, on one line.</summary>
    public string Path() => JsonPathText.Of(places.AsSpan(0, depth));

    /// <summary>Leaves the reading if its buffer ended too early only because the rest has not come yet.</summary>
    public void ThrowIfPartial()
    {
        if (IsPartial)
            throw new PartialBufferException();
    }

    public void Dispose()
    {
        strings?.Return();
        strings = null;
    }

    private string?[] PathTo(int levels)
    {
        var path = new string?[levels];
        for (var level = 0; level < levels; level++)
            path[level] = places[level].Name;
        return path;
    }

    private static bool IsViolation(PageFault fault, bool isRequired) => fault is PageFault.Lost or PageFault.Null || (fault == PageFault.Missing && isRequired);
}

/// <summary>A value goes on beyond the buffer: nothing is wrong, but it must be read again when more has come.</summary>
internal sealed class PartialBufferException : Exception;

/// <summary>How many values of a reading could not be kept as they came.</summary>
/// <param name="Losses"><see cref="ReadContext.Losses"/></param>
/// <param name="FormatChanges"><see cref="ReadContext.FormatChanges"/></param>
/// <param name="Changes"><see cref="ReadContext.Changes"/></param>
internal readonly record struct ReadCounts(int Losses, int FormatChanges, int Changes);
