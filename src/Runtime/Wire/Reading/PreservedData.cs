namespace Kiln.Runtime.Wire;

/// <summary>
/// A model's additional data as reading makes it. Beside what the document does not name it remembers the JSON of fields whose properties hold the
/// value but not the form that it came in, such as a UUID in capitals: written again, they are what they were.
/// </summary>
/// <remarks>These forms are no entries of the dictionary, and count only while the property still has the value that was read.</remarks>
internal sealed class PreservedData : Dictionary<string, object>
{
    public PreservedData()
        : base(StringComparer.Ordinal)
    {
    }

    public PreservedData(IDictionary<string, object> others)
        : base(others, StringComparer.Ordinal)
    {
    }

    // A chain costs least for the few that there are mostly; of a model with hundreds of fields all may have one.
    private const int LongestChain = 16;

    private PreservedJson? first;
    private int chained;
    private Dictionary<object, PreservedJson>? many;
    private Dictionary<string, byte[]>? names;

    public bool HasPreservedJson => Bits != 0;

    /// <summary>The bits of the fields that may have a form, so that the others cost no search.</summary>
    public ulong Bits { get; private set; }

    /// <summary>Remembers how a name came that is not valid Unicode, so that it is written like that.</summary>
    /// <param name="name">The name as the key that it has here.</param>
    /// <param name="content">What stood between its quotes.</param>
    public void KeepName(string name, ReadOnlySpan<byte> content) =>
        (names ??= new(StringComparer.Ordinal))[name] = [.. ",\""u8, .. JsonUnicode.ToUtf8(content), .. "\":"u8];

    /// <summary>The name as it was received, with the comma before it, its quotes and its colon; null if the key is what came.</summary>
    public byte[]? NameOf(string name) => names is not null && names.TryGetValue(name, out var member) ? member : null;

    /// <summary>Remembers the form of a field that has none here.</summary>
    public void Preserve(PreservedJson form)
    {
        Bits |= form.Bit;
        if (chained < LongestChain)
        {
            (form.Next, first) = (first, form);
            chained++;
        }
        else
        {
            (many ??= [])[form.Field] = form;
        }
    }

    public void Discard(object field, ulong bit)
    {
        if ((Bits & bit) == 0 || many?.Remove(field) == true)
            return;
        PreservedJson? before = null;
        for (var form = first; form is not null; before = form, form = form.Next)
        {
            if (!ReferenceEquals(form.Field, field))
                continue;
            if (before is null)
                first = form.Next;
            else
                before.Next = form.Next;
            chained--;
            return;
        }
    }

    /// <summary>The form that a field came in, if it is one that its property cannot give back.</summary>
    public PreservedJson? PreservedJsonOf(object field, ulong bit)
    {
        if ((Bits & bit) == 0)
            return null;
        var form = first;
        while (form is not null && !ReferenceEquals(form.Field, field))
            form = form.Next;
        return form ?? many?.GetValueOrDefault(field);
    }
}

/// <summary>The JSON that a field came as.</summary>
internal class PreservedJson(object owner, ulong bit, byte[] json)
{
    /// <summary>The field that it is of.</summary>
    public object Field => owner;

    public ulong Bit => bit;

    public byte[] Json => json;

    public PreservedJson? Next { get; set; }
}

/// <summary>The same with the value that was read, of a type whose values never change and can be compared.</summary>
internal sealed class PreservedJson<TValue>(object owner, ulong bit, byte[] json, TValue value) : PreservedJson(owner, bit, json)
{
    public TValue Value => value;
}
