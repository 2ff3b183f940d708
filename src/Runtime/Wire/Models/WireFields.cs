using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>
/// The fields of a model: their names, and what the document says of each. The model itself has the values, and reads and writes them by number: the place
/// of the field in this table. Built up in a static field and never changed after its first use, from when on all threads may share it.
/// </summary>
/// <remarks>
/// While reading, of equal names the last counts. A value that the property cannot take is kept as a <see cref="System.Text.Json.JsonElement"/> under the
/// field's name in the additional data, and what stands there under a field's name is written in place of the property.
/// <para>A name may be followed by a tab and the name of the C# property, where that differs in more than case and punctuation: <c>"@id\tEntityId"</c>.</para>
/// </remarks>
public sealed class WireFields
{
    /// <summary>How many of a model's own fields <see cref="WireModel.WriteFields"/> writes at once.</summary>
    internal const int GroupSize = 16;

    // Between a field's name and that of its property, where the one does not follow from the other.
    private const char PropertySeparator = '\t';

    private readonly ParsableFactory<WireModel> create;
    private readonly List<WireField> fields = [];
    private readonly List<int> groups = [];
    private string[] leading = [];
    private int inherited;
    private int optional;
    private int added;
    private FieldTable? table;

    /// <summary>Begins the fields of a model.</summary>
    /// <param name="create">Creates an instance; it is called without a node.</param>
    public WireFields(ParsableFactory<WireModel> create) => this.create = create;

    /// <summary>Gets the fields' names on the wire, in the order of their numbers.</summary>
    public IReadOnlyList<string> Names => [.. fields.Select(f => f.Name)];

    internal DerivedModels? DerivedModels { get; private set; }

    internal AdditionalPropertyField? Extras { get; private set; }

    /// <summary>The fields in the form that reading and writing want them. Two threads may both make it; they make the same.</summary>
    internal FieldTable Table => table ??= new(this, fields, groups, leading);

    /// <summary>Takes over the fields of the base class, which come first.</summary>
    public WireFields Inherit<TBase>()
        where TBase : WireModel, IWireModel<TBase>
    {
        var above = TBase.Fields;
        fields.AddRange(above.fields);
        groups.AddRange(above.groups);
        (inherited, optional, Extras) = (above.fields.Count, above.optional, above.Extras);
        return this;
    }

    /// <summary>
    /// Adds fields that must be there and must not be null. If one is not so, the property keeps its neutral value, and is written as it was received until it is set.
    /// </summary>
    /// <param name="names">Their names on the wire.</param>
    public WireFields Required(params string[] names) => Add(Presence.Required, names);

    /// <summary>Adds fields that must be there and may be null. Null is written as null.</summary>
    /// <param name="names">Their names on the wire.</param>
    public WireFields RequiredNullable(params string[] names) => Add(Presence.RequiredNullable, names);

    /// <summary>Adds fields that may be missing, but must not be null; null is reported, and written only if it was received.</summary>
    /// <param name="names">Their names on the wire.</param>
    public WireFields Optional(params string[] names) => Add(Presence.Optional, names);

    /// <summary>Adds fields that may be missing or null. Null is written if it was received, or if the setter of the property says that it was set.</summary>
    /// <param name="names">Their names on the wire.</param>
    public WireFields OptionalNullable(params string[] names) => Add(Presence.OptionalNullable, names);

    /// <summary>Marks the fields that were added last as read-only, so that requests do not include them (OpenAPI 3.0.3, "Schema Object", <c>readOnly</c>).</summary>
    public WireFields ReadOnly()
    {
        foreach (var field in fields.TakeLast(added))
            field.IsReadOnly = true;
        return this;
    }

    /// <summary>Marks the fields that were added last as such that have null among their values: any JSON.</summary>
    public WireFields NullIsValue()
    {
        foreach (var field in fields.TakeLast(added))
            field.HasNullValue = true;
        return this;
    }

    /// <summary>Marks the fields that were added last as such of which a new model has a value, although they are not required: one that is read has only what was received.</summary>
    public WireFields Initial()
    {
        foreach (var field in fields.TakeLast(added))
            field.IsInitial = true;
        return this;
    }

    /// <summary>
    /// Says that the fields which the document does not name have a type too. One that does not fit is reported, and kept in the additional data.
    /// Kiota's own nodes put all of them there.
    /// </summary>
    /// <param name="type">The wire type of their values.</param>
    /// <param name="find">Gets their dictionary if there is one already, and does not make one.</param>
    /// <param name="get">Gets their dictionary.</param>
    public WireFields AdditionalProperties<TValue>(
        WireType<TValue> type, Func<WireModel, Dictionary<string, TValue>?> find, Func<WireModel, Dictionary<string, TValue>> get)
    {
        Extras = new AdditionalPropertyField<TValue>(type, isOpen: false, find, get);
        return this;
    }

    /// <summary>The same where only some of them, by their names, have the type: one that does not fit is kept, and not reported.</summary>
    /// <inheritdoc cref="AdditionalProperties"/>
    public WireFields PatternProperties<TValue>(
        WireType<TValue> type, Func<WireModel, Dictionary<string, TValue>?> find, Func<WireModel, Dictionary<string, TValue>> get)
    {
        Extras = new AdditionalPropertyField<TValue>(type, isOpen: true, find, get);
        return this;
    }

    /// <summary>
    /// Sets the fields that are written before all others, wherever they were added: discriminators, which some services refuse in any other place. The document
    /// need not declare them; such a field is in the additional data.
    /// </summary>
    /// <param name="names">Their names, in the order in which they are written.</param>
    public WireFields First(params string[] names)
    {
        leading = names;
        return this;
    }

    /// <summary>Sets the property that identifies the class of an object; the classes follow by <see cref="Derived{TDerived}"/>.</summary>
    public WireFields Discriminator(string name)
    {
        DerivedModels = new(this, name);
        return this;
    }

    /// <summary>Adds a class that an object is of if the discriminator has one of some values, or one that the discriminator of that class identifies.</summary>
    /// <param name="values">Texts; of a number or boolean, its JSON.</param>
    public WireFields Derived<TDerived>(params string[] values)
        where TDerived : WireModel, IWireModel<TDerived>
    {
        Models.Add(values, new DerivedModel<TDerived>());
        return this;
    }

    /// <summary>Adds the class that an object is of if the discriminator has none of the values, or is missing.</summary>
    public WireFields DefaultDerived<TDerived>()
        where TDerived : WireModel, IWireModel<TDerived>
    {
        Models.AddDefault(new DerivedModel<TDerived>());
        return this;
    }

    /// <summary>Returns a new model for Kiota to fill, of the class that the discriminator identifies.</summary>
    public WireModel CreateModel(IParseNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var model = MakeModel(node);
        ModelChanges.Unidentify(model, model.InstanceFields.Table);
        return model;
    }

    /// <summary>A new model of the class itself.</summary>
    internal WireModel Create() => create(null!);

    /// <summary>A new model of the class of the object whose start the reader is at.</summary>
    internal WireModel MakeModel(in WireReader reader) => DerivedModels?.Make(reader) ?? Create();

    /// <summary>The same, for an object of Kiota's.</summary>
    internal WireModel MakeModel(IParseNode node) => DerivedModels?.Make(node) ?? Create();

    private DerivedModels Models => DerivedModels ?? throw new InvalidOperationException("The discriminator comes before the derived classes.");

    private WireFields Add(Presence presence, string[] names)
    {
        if (table is not null)
            throw new InvalidOperationException("The fields are in use already.");
        added = names.Length;
        foreach (var name in names)
        {
            if ((fields.Count - inherited) % GroupSize == 0)
                groups.Add(fields.Count);
            var isRequired = presence is Presence.Required or Presence.RequiredNullable;
            var end = name.LastIndexOf(PropertySeparator);
            fields.Add(new(end < 0 ? name : name[..end], presence, fields.Count, isRequired ? -1 : optional++) { Property = end < 0 ? null : name[(end + 1)..] });
        }
        return this;
    }
}
