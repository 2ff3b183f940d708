namespace Kiln.Runtime.Wire;

/// <summary>
/// A model's additional data as reading makes it. Beside what the document does not name it remembers the JSON of fields whose properties hold the
/// value but not the form that it came in, such as <c>2024-05-01T00:00:00.000Z</c>: written again, they are what they were.
/// </summary>
/// <remarks>These forms are no entries of the dictionary, and count only while the property still has the value that was read.</remarks>
internal sealed class KeptData : Dictionary<string, object>
{
    private List<(object Field, byte[] Json)>? forms;

    public KeptData()
        : base(StringComparer.Ordinal)
    {
    }

    public KeptData(IDictionary<string, object> others)
        : base(others, StringComparer.Ordinal)
    {
    }

    public bool HasForms => forms is { Count: > 0 };

    public void KeepForm(object field, ReadOnlySpan<byte> json) => (forms ??= []).Add((field, json.ToArray()));

    public void ForgetForm(object field) => forms?.RemoveAll(f => ReferenceEquals(f.Field, field));

    /// <summary>The JSON that a field came as, if it is one that its property cannot give back.</summary>
    public byte[]? FormOf(object field)
    {
        if (forms is null)
            return null;
        foreach (var (kept, json) in forms)
        {
            if (ReferenceEquals(kept, field))
                return json;
        }
        return null;
    }
}
