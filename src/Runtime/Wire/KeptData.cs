namespace Kiln.Runtime.Wire;

/// <summary>
/// A model's additional data as reading makes it. Beside what the document does not name it remembers the JSON of fields whose properties hold the
/// value but not the form that it came in, such as a UUID in capitals: written again, they are what they were.
/// </summary>
/// <remarks>These forms are no entries of the dictionary, and count only while the property still has the value that was read.</remarks>
internal sealed class KeptData : Dictionary<string, object>
{
    public KeptData()
        : base(StringComparer.Ordinal)
    {
    }

    public KeptData(IDictionary<string, object> others)
        : base(others, StringComparer.Ordinal)
    {
    }

    /// <summary>The first of the forms; each leads to the next.</summary>
    public KeptForm? Forms { get; private set; }

    /// <summary>The bits of the fields that may have one, so that the others cost no search.</summary>
    public ulong Bits { get; private set; }

    private Dictionary<string, byte[]>? names;

    /// <summary>Remembers how a name came that is not valid Unicode, so that it is written like that.</summary>
    /// <param name="name">The name as the key that it has here.</param>
    /// <param name="content">What stood between its quotes.</param>
    public void KeepName(string name, ReadOnlySpan<byte> content) =>
        (names ??= new(StringComparer.Ordinal))[name] = [.. ",\""u8, .. JsonUnicode.ToUtf8(content), .. "\":"u8];

    /// <summary>The name as it came, with the comma before it, its quotes and its colon; null if the key is what came.</summary>
    public byte[]? NameOf(string name) => names is not null && names.TryGetValue(name, out var member) ? member : null;

    public void KeepForm(KeptForm form)
    {
        Bits |= form.Bit;
        form.Next = Forms;
        Forms = form;
    }

    public void ForgetForm(object field)
    {
        KeptForm? before = null;
        for (var form = Forms; form is not null; form = form.Next)
        {
            if (!ReferenceEquals(form.Field, field))
                before = form;
            else if (before is null)
                Forms = form.Next;
            else
                before.Next = form.Next;
        }
    }

    /// <summary>The form that a field came in, if it is one that its property cannot give back.</summary>
    public KeptForm? FormOf(object field)
    {
        var form = Forms;
        while (form is not null && !ReferenceEquals(form.Field, field))
            form = form.Next;
        return form;
    }
}

/// <summary>The JSON that a field came as.</summary>
internal class KeptForm(object owner, ulong bit, byte[] json)
{
    /// <summary>The field that it is of.</summary>
    public object Field => owner;

    public ulong Bit => bit;

    public byte[] Json => json;

    public KeptForm? Next { get; set; }
}

/// <summary>The same with the value that was read, of a type whose values never change and can be compared.</summary>
internal sealed class KeptForm<TValue>(object owner, ulong bit, byte[] json, TValue value) : KeptForm(owner, bit, json)
{
    public TValue Value => value;
}
