namespace Kiln.Runtime.Wire;

/// <summary>How a required field that its property has no value for was received.</summary>
internal enum Absence
{
    /// <summary>It has a value.</summary>
    None,

    /// <summary>Not at all.</summary>
    Missing,

    /// <summary>As null, although the document does not allow that.</summary>
    Null,
}

/// <summary>
/// The required fields of one model that were received without a value. They are written as they were received until the property is set. Few models have
/// such fields, so it is made for those only.
/// </summary>
internal sealed class AbsentFields
{
    private FieldBits missing;
    private FieldBits nulls;

    // By place.
    private (int Place, object Value)[] initials = [];
    private int count;

    /// <summary>How a field was received.</summary>
    public Absence this[int place] => missing[place] ? Absence.Missing : nulls[place] ? Absence.Null : Absence.None;

    /// <summary>The object that the property of a field had from the beginning: it may be filled without being set. Null if there is none.</summary>
    public object? InitialOf(int place) => Find(place) is var index && index >= 0 ? initials[index].Value : null;

    public void Add(int place, Absence absence, object? initial)
    {
        if (absence == Absence.Missing)
            missing.Add(place);
        else
            nulls.Add(place);
        if (initial is null)
            return;
        var index = Find(place);
        if (index >= 0)
        {
            initials[index].Value = initial;
            return;
        }
        if (count == initials.Length)
            Array.Resize(ref initials, Math.Max(2 * count, 1));
        initials.AsSpan(~index, count - ~index).CopyTo(initials.AsSpan(~index + 1));
        initials[~index] = (place, initial);
        count++;
    }

    public void Remove(int place)
    {
        missing.Remove(place);
        nulls.Remove(place);
    }

    /// <summary>Where a field stands; the complement of where it would if it does not.</summary>
    private int Find(int place)
    {
        var (low, high) = (0, count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (initials[middle].Place == place)
                return middle;
            if (initials[middle].Place < place)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return ~low;
    }
}
