using System.Text;

namespace Kiln.Runtime.Wire;

/// <summary>The fields of a model in the form that reading and writing want them.</summary>
internal sealed class FieldTable
{
    private readonly WireFields owner;
    private readonly string[] leading;
    private FieldValue[]? neutral;

    public FieldTable(WireFields owner, List<WireField> fields, List<int> groups, string[] leading)
    {
        this.owner = owner;
        this.leading = leading;
        Fields = [.. fields];
        GroupStarts = [.. groups, fields.Count];
        Names = new string[Fields.Length];
        NullBits = new ulong[Fields.Length];
        Required = new ulong[(Fields.Length + FieldBits.PerWord - 1) / FieldBits.PerWord];
        // Loops, and for most models no more than this: a process makes the tables of its first models before their first value is read.
        var members = new byte[Fields.Length][];
        var hasInitial = false;
        for (var place = 0; place < Fields.Length; place++)
        {
            var field = Fields[place];
            Names[place] = field.Name;
            members[place] = field.Member;
            if (field.OptionalPlace is >= 0 and < FieldBits.PerWord)
                NullBits[place] = 1UL << field.OptionalPlace;
            if (field.IsRequired)
                Required[place / FieldBits.PerWord] |= field.Bit;
            HasReadOnly |= field.IsReadOnly;
            hasInitial |= field.IsInitial;
        }
        Members = new(members);
        Table = new(Names);
        IsInOrder = true;
        if (leading.Length > 0)
        {
            Leading = [.. leading.Select(PlaceOf).Where(p => p >= 0)];
            IsInOrder = Leading.SequenceEqual(Enumerable.Range(0, Leading.Length)) && (owner.Extras is null || Leading.Length == leading.Length);
            Identifying = FindIdentifying();
        }
        if (hasInitial)
            Identifying = [.. Identifying.Union(fields.Where(f => f.IsInitial).Select(f => f.Place))];
    }

    public WireField[] Fields { get; }

    /// <summary>Where each group of fields begins that a model writes at once, and behind the last where all end.</summary>
    public int[] GroupStarts { get; }

    public string[] Names { get; }

    /// <summary>Each name as services mostly write it, with its comma, quotes and colon.</summary>
    public PaddedText Members { get; }

    public Utf8Table Table { get; }

    /// <summary>For each field its bit in <see cref="WireModel.Nulls"/>; 0 for a required one, and for those beyond the 64th.</summary>
    public ulong[] NullBits { get; }

    /// <summary>A bit for each required field, by place.</summary>
    public ulong[] Required { get; }

    public bool HasReadOnly { get; }

    /// <summary>The fields that are written before all others.</summary>
    public int[] Leading { get; } = [];

    /// <summary>Whether the fields are written in the order of their numbers.</summary>
    public bool IsInOrder { get; }

    /// <summary>The optional fields that a new model has: they say of which class it is, or have only one value in a request.</summary>
    public int[] Identifying { get; } = [];

    public AdditionalPropertyField? Extras => owner.Extras;

    /// <summary>The names of fields that are written before all others, whether the document declares them or not.</summary>
    public ReadOnlySpan<string> LeadingNames => leading;

    public bool IsLeading(string name) => leading.Length > 0 && Array.IndexOf(leading, name) >= 0;

    public int PlaceOf(string name)
    {
        const int Longest = 256;
        Span<byte> utf8 = name.Length * 3 <= Longest ? stackalloc byte[Longest] : new byte[Encoding.UTF8.GetMaxByteCount(name.Length)];
        return Table.Find(utf8[..Encoding.UTF8.GetBytes(name, utf8)]);
    }

    /// <summary>Whether a name is written before the additional properties are.</summary>
    public bool IsWritten(string name) => IsLeading(name) || PlaceOf(name) >= 0;

    public bool IsReadOnly(string name) => PlaceOf(name) is var place && place >= 0 && Fields[place].IsReadOnly;

    /// <summary>The field of a C# property.</summary>
    public WireField? FieldOf(string property) =>
        Array.Find(Fields, f => f.Property == property) ?? Array.Find(Fields, f => f.Property is null && PropertyNames.IsNamedAfter(property, f.Name));

    /// <summary>The group of fields that a field is in.</summary>
    public int GroupOf(int place)
    {
        var index = Array.BinarySearch(GroupStarts, place);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>
    /// The value that a field has in a new model. It is asked for once, since a body can repeat a name without end; what others may change, such as a list, is only
    /// to be looked at.
    /// </summary>
    public FieldValue NeutralValue(int place) => (neutral ??= FieldCapture.All(owner.Create(), this))[place];

    /// <summary>The value that a field has in a new model, and that no other model has.</summary>
    public FieldValue NewValue(int place) => NeutralValue(place) is { IsChangeable: false } value ? value : FieldCapture.Of(owner.Create(), this, place);

    private int[] FindIdentifying()
    {
        if (Leading.All(place => Fields[place].IsRequired))
            return [];
        var model = owner.Create();
        return [.. Leading.Where(place => !Fields[place].IsRequired && !FieldCapture.Of(model, this, place).IsNull)];
    }
}
