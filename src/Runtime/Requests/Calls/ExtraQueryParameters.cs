using System.Collections.ObjectModel;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Requests;

/// <summary>Query parameters of one call that the document does not have, as names and values that are not encoded yet. A name may occur several times. Not thread-safe.</summary>
public sealed class ExtraQueryParameters : Collection<KeyValuePair<string, string>>
{
    /// <summary>Adds a parameter.</summary>
    /// <exception cref="ArgumentException">The name is null or empty, the value is null, or one of them has an unpaired surrogate, which cannot be part of a URL.</exception>
    public void Add(string name, string value) => Add(new KeyValuePair<string, string>(name, value));

    /// <inheritdoc/>
    protected override void InsertItem(int index, KeyValuePair<string, string> item) => base.InsertItem(index, Checked(item));

    /// <inheritdoc/>
    protected override void SetItem(int index, KeyValuePair<string, string> item) => base.SetItem(index, Checked(item));

    // The value, which may be secret, is not repeated.
    private static KeyValuePair<string, string> Checked(KeyValuePair<string, string> item)
    {
        if (string.IsNullOrEmpty(item.Key))
            throw new ArgumentException("A query parameter must have a name.", nameof(CallConfiguration<>.ExtraQuery));
        if (item.Value is null)
            throw new ArgumentException($"The query parameter '{Text.MessageText.OneLine(item.Key)}' must have a value.", nameof(CallConfiguration<>.ExtraQuery));
        if (JsonUnicode.HasUnpaired(item.Key) || JsonUnicode.HasUnpaired(item.Value))
            throw new ArgumentException("A text with an unpaired surrogate cannot be part of a URL.", nameof(CallConfiguration<>.ExtraQuery));
        return item;
    }
}
