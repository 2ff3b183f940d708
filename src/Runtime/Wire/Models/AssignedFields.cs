using System.ComponentModel;

namespace Kiln.Runtime.Wire;

/// <summary>
/// Which fields of a model were set, be it to null: what distinguishes <c>{"nick":null}</c> from <c>{}</c>. Only fields that may be both missing and null
/// are in it, for of all others the value says as much. Callers ask with <see cref="WireModelExtensions"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct AssignedFields
{
    private const int BitsPerWord = 64;

    private ulong first;
    private ulong[]? more; // for the few models with more such fields than bits in a word

    /// <summary>Sets a property's backing field, and remembers that it was set.</summary>
    /// <param name="field">The backing field.</param>
    /// <param name="value">Its new value.</param>
    /// <param name="place">Which field it is, counted from 0 in the order in which the model's fields that may be both missing and null were added.</param>
    public void Assign<T>(ref T field, T value, int place)
    {
        field = value;
        if (place < BitsPerWord)
            first |= 1UL << place;
        else
            Add(place);
    }

    internal readonly bool Has(int place) => ((WordOf(place) >> (place % BitsPerWord)) & 1) != 0;

    internal void Remove(int place)
    {
        if (place < BitsPerWord)
            first &= ~(1UL << place);
        else if (Has(place))
            more![place / BitsPerWord - 1] &= ~(1UL << (place % BitsPerWord));
    }

    private readonly ulong WordOf(int place)
    {
        var word = place / BitsPerWord - 1;
        return word < 0 ? first : more is not null && word < more.Length ? more[word] : 0;
    }

    private void Add(int place)
    {
        var word = place / BitsPerWord - 1;
        if (more is null || more.Length <= word)
            Array.Resize(ref more, word + 1);
        more[word] |= 1UL << (place % BitsPerWord);
    }
}

/// <summary>Where a model keeps its <see cref="AssignedFields"/>.</summary>
/// <param name="model">The model.</param>
/// <typeparam name="TModel">The model's class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ref AssignedFields AssignedFieldsAccessor<TModel>(TModel model);
