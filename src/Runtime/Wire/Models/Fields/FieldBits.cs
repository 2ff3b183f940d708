namespace Kiln.Runtime.Wire;

/// <summary>A bit for each of a model's fields. The first 64 take no memory of their own.</summary>
internal struct FieldBits
{
    public const int PerWord = 64;

    private ulong[]? more; // for the few models with more fields that have the bit

    /// <summary>The bits of the first 64 fields.</summary>
    public ulong First { get; private set; }

    public readonly bool this[int place]
    {
        get
        {
            if (place < PerWord)
                return (First >> place & 1) != 0;
            var word = place / PerWord - 1;
            return more is not null && word < more.Length && (more[word] >> (place % PerWord) & 1) != 0;
        }
    }

    public static bool HasAny(ReadOnlySpan<ulong> words)
    {
        foreach (var word in words)
        {
            if (word != 0)
                return true;
        }
        return false;
    }

    public void Add(int place)
    {
        if (place < PerWord)
        {
            First |= 1UL << place;
            return;
        }
        var word = place / PerWord - 1;
        if (more is null || more.Length <= word)
            Array.Resize(ref more, word + 1);
        more[word] |= 1UL << (place % PerWord);
    }

    public void Remove(int place)
    {
        if (place < PerWord)
            First &= ~(1UL << place);
        else if (this[place])
            more![place / PerWord - 1] &= ~(1UL << (place % PerWord));
    }
}
