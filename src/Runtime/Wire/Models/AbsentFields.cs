namespace Kiln.Runtime.Wire;

/// <summary>How a field that its property has no value for was received.</summary>
internal enum Absence
{
    /// <summary>It has a value.</summary>
    None,

    /// <summary>Not at all, although the document requires it.</summary>
    Missing,

    /// <summary>As null, although the document does not allow that.</summary>
    Null,
}

/// <summary>
/// The fields of one model that were received without a value although the document says that they have one. They are written as they were received until
/// the property is set. Few models have such fields, so it is made for those only.
/// </summary>
/// <param name="fields">How many fields the model has.</param>
internal sealed class AbsentFields(int fields)
{
    private const int BitsPerWord = 64;

    private readonly ulong[] missing = new ulong[(fields + BitsPerWord - 1) / BitsPerWord];
    private ulong[]? nulls;
    private List<int>? places;
    private List<object>? initials;

    /// <summary>How a field was received.</summary>
    public Absence this[int place] => Has(missing, place) ? Absence.Missing : nulls is not null && Has(nulls, place) ? Absence.Null : Absence.None;

    /// <summary>The object that the property of a field had from the beginning: it may be filled without being set. Null if there is none.</summary>
    public object? InitialOf(int place) => places?.BinarySearch(place) is int index and >= 0 ? initials![index] : null;

    public void Add(int place, Absence absence, object? initial)
    {
        var words = absence == Absence.Missing ? missing : nulls ??= new ulong[missing.Length];
        words[place / BitsPerWord] |= 1UL << (place % BitsPerWord);
        if (initial is null)
            return;
        (places, initials) = (places ?? [], initials ?? []);
        var index = places.BinarySearch(place);
        if (index >= 0)
        {
            initials[index] = initial;
            return;
        }
        places.Insert(~index, place);
        initials.Insert(~index, initial);
    }

    public void Remove(int place)
    {
        var others = ~(1UL << (place % BitsPerWord));
        missing[place / BitsPerWord] &= others;
        if (nulls is not null)
            nulls[place / BitsPerWord] &= others;
    }

    private static bool Has(ulong[] words, int place) => (words[place / BitsPerWord] >> (place % BitsPerWord) & 1) != 0;
}
