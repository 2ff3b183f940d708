using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>
/// The fields of a model, said once: reading, writing and Kiota's two methods all follow from them. Built up in a static field and never
/// changed after its first use, from when on all threads may share it.
/// </summary>
/// <remarks>
/// While reading, of equal names the last counts. A value that the property cannot take is kept as a <see cref="JsonElement"/> under the
/// field's name in the additional data, and what stands there under a field's name is written in place of the property.
/// </remarks>
/// <typeparam name="TModel">The model.</typeparam>
public sealed partial class WireFields<TModel> : WireFields
    where TModel : class, new()
{
    private readonly Func<TModel, IDictionary<string, object>?>? additionalData;
    private readonly AssignedFieldsAccessor<TModel>? fieldSet;
    private readonly bool isWireModel = typeof(WireModel).IsAssignableFrom(typeof(TModel));
    private readonly List<WireField<TModel>> fields = [];
    private AdditionalPropertyField<TModel>? extras;
    private int remembered;
    private ReadPlan? plan;

    /// <summary>Begins a model without additional data: fields that the document does not name are skipped.</summary>
    public WireFields()
    {
    }

    /// <summary>Begins a model that keeps what the document does not name; it implements <see cref="IAdditionalDataHolder"/>.</summary>
    /// <param name="additionalData">Gets the dictionary if there is one already, and does not make one.</param>
    public WireFields(Func<TModel, IDictionary<string, object>?> additionalData) => this.additionalData = additionalData;

    /// <summary>Begins a model that also remembers which of its fields that may be both missing and null were set.</summary>
    /// <param name="additionalData">Gets the dictionary if there is one already, and does not make one.</param>
    /// <param name="fieldSet">Where the model remembers; the properties' setters write there too.</param>
    public WireFields(Func<TModel, IDictionary<string, object>?> additionalData, AssignedFieldsAccessor<TModel> fieldSet)
        : this(additionalData) => this.fieldSet = fieldSet;

    /// <summary>Begins a model that derives from <see cref="WireModel"/>, which keeps what the document does not name.</summary>
    /// <param name="fieldSet">Where the model remembers which of its fields that may be both missing and null were set; null for a model without any.</param>
    public static WireFields<TModel> Create(AssignedFieldsAccessor<TModel>? fieldSet = null) =>
        fieldSet is null ? new(KeptBy) : new(KeptBy, fieldSet);

    private static IDictionary<string, object>? KeptBy(TModel model) => ((WireModel)(object)model).Kept;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => [.. fields.Select(f => f.Name)];

    /// <summary>
    /// Adds a field that must be there and must not be null. If it is not so, the property keeps its neutral value, and is written as it was received until it is set.
    /// </summary>
    /// <param name="name">The field's name on the wire.</param>
    /// <param name="type">The wire type of its values.</param>
    /// <param name="get">Gets the property, or what stands behind it and is called like it but for case: <c>m => m.id</c>.</param>
    /// <param name="set">Sets the same, without <see cref="WireModel.AssignField"/>: what is read is not set.</param>
    /// <param name="property">Left to the compiler: the text of <paramref name="get"/>, by which <see cref="WireModelExtensions"/> finds the field.</param>
    public WireFields<TModel> Required<TValue>(
        string name, WireType<TValue> type, Func<TModel, TValue> get, Action<TModel, TValue> set, [CallerArgumentExpression(nameof(get))] string property = "") =>
        Add(ReferenceEquals(type, StringType.Instance)
            ? new RequiredStringField<TModel>(name, (Func<TModel, string>)(object)get, (Action<TModel, string>)(object)set) { Property = property }
            : new PlainField<TModel, TValue>(name, Presence.Required, type, get, set) { Property = property });

    /// <summary>Adds a field that must be there and may be null. Null is written as null.</summary>
    /// <param name="name">The field's name on the wire.</param>
    /// <param name="type">The wire type of its values.</param>
    /// <param name="get">Gets the property: <c>m => m.Nick</c>.</param>
    /// <param name="set">Sets the property.</param>
    /// <param name="property">Left to the compiler: the text of <paramref name="get"/>, by which <see cref="WireModelExtensions"/> finds the field.</param>
    public WireFields<TModel> RequiredNullable<TValue>(
        string name, WireType<TValue> type, Func<TModel, TValue?> get, Action<TModel, TValue?> set, [CallerArgumentExpression(nameof(get))] string property = "")
        where TValue : class => Add(Reference(name, Presence.RequiredNullable, type, get, set, property));

    /// <inheritdoc cref="RequiredNullable{TValue}(string, WireType{TValue}, Func{TModel, TValue}, Action{TModel, TValue}, string)"/>
    public WireFields<TModel> RequiredNullable<TValue>(
        string name, WireType<TValue> type, Func<TModel, TValue?> get, Action<TModel, TValue?> set, [CallerArgumentExpression(nameof(get))] string property = "")
        where TValue : struct => Add(new NullableField<TModel, TValue>(name, Presence.RequiredNullable, type, get, set) { Property = property });

    /// <summary>Adds a field that may be missing, but must not be null; null is reported, and written only if it was received.</summary>
    /// <inheritdoc cref="RequiredNullable{TValue}(string, WireType{TValue}, Func{TModel, TValue}, Action{TModel, TValue}, string)" path="/param"/>
    public WireFields<TModel> Optional<TValue>(
        string name, WireType<TValue> type, Func<TModel, TValue?> get, Action<TModel, TValue?> set, [CallerArgumentExpression(nameof(get))] string property = "")
        where TValue : class => Add(Reference(name, Presence.Optional, type, get, set, property));

    /// <inheritdoc cref="Optional{TValue}(string, WireType{TValue}, Func{TModel, TValue}, Action{TModel, TValue}, string)"/>
    public WireFields<TModel> Optional<TValue>(
        string name, WireType<TValue> type, Func<TModel, TValue?> get, Action<TModel, TValue?> set, [CallerArgumentExpression(nameof(get))] string property = "")
        where TValue : struct => Add(new NullableField<TModel, TValue>(name, Presence.Optional, type, get, set) { Property = property });

    /// <summary>
    /// Adds a field that may be missing or null. Null is written if the model remembers that it was set, and not if it remembers nothing.
    /// </summary>
    /// <param name="name">The field's name on the wire.</param>
    /// <param name="type">The wire type of its values.</param>
    /// <param name="get">Gets the property: <c>m => m.Nick</c>.</param>
    /// <param name="set">Sets the property, whose setter remembers.</param>
    /// <param name="property">Left to the compiler: the text of <paramref name="get"/>, by which <see cref="WireModelExtensions"/> finds the field.</param>
    public WireFields<TModel> OptionalNullable<TValue>(
        string name, WireType<TValue> type, Func<TModel, TValue?> get, Action<TModel, TValue?> set, [CallerArgumentExpression(nameof(get))] string property = "")
        where TValue : class => Add(Reference(name, Presence.OptionalNullable, type, get, set, property));

    /// <inheritdoc cref="OptionalNullable{TValue}(string, WireType{TValue}, Func{TModel, TValue}, Action{TModel, TValue}, string)"/>
    public WireFields<TModel> OptionalNullable<TValue>(
        string name, WireType<TValue> type, Func<TModel, TValue?> get, Action<TModel, TValue?> set, [CallerArgumentExpression(nameof(get))] string property = "")
        where TValue : struct => Add(new NullableField<TModel, TValue>(name, Presence.OptionalNullable, type, get, set) { Property = property });

    /// <summary>
    /// Adds a field that may be missing, for which the document then names a value. The model's property gives that value; here stands what is behind
    /// it, which is null as long as nothing was set or read.
    /// </summary>
    /// <param name="name">The field's name on the wire.</param>
    /// <param name="type">The wire type of its values.</param>
    /// <param name="get">Gets what stands behind the property, and is called like it but for case: <c>m => m.limit</c>.</param>
    /// <param name="set">Sets the same.</param>
    /// <param name="property">Left to the compiler: the text of <paramref name="get"/>, by which <see cref="WireModelExtensions"/> finds the field.</param>
    public WireFields<TModel> Defaulted<TValue>(
        string name, WireType<TValue> type, Func<TModel, TValue?> get, Action<TModel, TValue?> set, [CallerArgumentExpression(nameof(get))] string property = "")
        where TValue : class => Add(Reference(name, Presence.Optional, type, get, set, property));

    /// <inheritdoc cref="Defaulted{TValue}(string, WireType{TValue}, Func{TModel, TValue}, Action{TModel, TValue}, string)"/>
    public WireFields<TModel> Defaulted<TValue>(
        string name, WireType<TValue> type, Func<TModel, TValue?> get, Action<TModel, TValue?> set, [CallerArgumentExpression(nameof(get))] string property = "")
        where TValue : struct => Add(new NullableField<TModel, TValue>(name, Presence.Optional, type, get, set) { Property = property });

    /// <summary>Marks the last field as read-only, so that requests do not include it (OpenAPI 3.0.3, "Schema Object", <c>readOnly</c>).</summary>
    public WireFields<TModel> ReadOnly()
    {
        fields[^1].IsReadOnly = true;
        return this;
    }

    /// <summary>
    /// Says that the fields which the document does not name have a type too. One that does not fit is reported, and kept in the additional data.
    /// Kiota's own nodes put all of them there.
    /// </summary>
    /// <param name="type">The wire type of their values.</param>
    /// <param name="find">Gets their dictionary if there is one already, and does not make one.</param>
    /// <param name="get">Gets their dictionary.</param>
    public WireFields<TModel> AdditionalProperties<TValue>(WireType<TValue> type, Func<TModel, Dictionary<string, TValue>?> find, Func<TModel, Dictionary<string, TValue>> get)
    {
        extras = new AdditionalPropertyField<TModel, TValue>(type, isOpen: false, find, get);
        return this;
    }

    /// <summary>The same where only some of them, by their names, have the type: one that does not fit is kept, and not reported.</summary>
    /// <inheritdoc cref="AdditionalProperties"/>
    public WireFields<TModel> PatternProperties<TValue>(WireType<TValue> type, Func<TModel, Dictionary<string, TValue>?> find, Func<TModel, Dictionary<string, TValue>> get)
    {
        extras = new AdditionalPropertyField<TModel, TValue>(type, isOpen: true, find, get);
        return this;
    }

    /// <summary>What Kiota's <see cref="IParsable.GetFieldDeserializers"/> asks for, so that the model can be read by any of its parse nodes.</summary>
    public IDictionary<string, Action<IParseNode>> GetDeserializers(TModel model)
    {
        var deserializers = new Dictionary<string, Action<IParseNode>>(fields.Count);
        foreach (var field in fields)
        {
            // Kiota calls those of the properties that are present, and says nothing of the others.
            if (field.IsRequired)
                AddAbsent(model, field, Absence.Missing);
            deserializers[field.Name] = node =>
            {
                AbsentOf(model)?.Remove(field.Place);
                if (!field.Read(node, model) && KiotaNodes.TryGetElement(node, out var element))
                    Keep(model, field.Name, element);
            };
        }
        return deserializers;
    }

    internal override IDictionary<string, Action<IParseNode>> GetDeserializersAny(object model) => GetDeserializers((TModel)model);

    internal override void SerializeAny(object model, ISerializationWriter writer) => Serialize((TModel)model, writer);

    internal override void ReadAny(ref WireReader reader, object model) => Read(ref reader, (TModel)model);

    internal override void WriteAny(WireWriter writer, object model) => Write(writer, (TModel)model);

    internal override bool? IsSet(object model, string property) =>
        Find(property) is { } field ? IsSet((TModel)model, field) || additionalData?.Invoke((TModel)model)?.ContainsKey(field.Name) == true : null;

    private bool IsSet(TModel model, WireField<TModel> field) => AbsenceOf(AbsentOf(model), field, model) switch
    {
        Absence.Null => true,
        Absence.Missing => false,
        _ => field.IsSet(model),
    };

    internal override bool Unset(object model, string property)
    {
        if (Find(property) is not { } field || !field.Unset((TModel)model))
            return false;
        additionalData?.Invoke((TModel)model)?.Remove(field.Name);
        AbsentOf((TModel)model)?.Remove(field.Place);
        return true;
    }

    // What stands behind a property is called like it but for case, and no two properties of a model are alike but for case.
    private WireField<TModel>? Find(string property) =>
        fields.Find(f => f.Property is { } get && string.Equals(WireModelExtensions.NameOf(get).TrimStart('_'), property, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a name is written before the additional properties are.</summary>
    private bool IsWritten(string name) => IsLeading(name) || PlaceOf(name) >= 0;

    private bool IsReadOnly(string name) => PlaceOf(name) is var place && place >= 0 && Plan.Fields[place].IsReadOnly;

    private int PlaceOf(string name)
    {
        const int Longest = 256;
        Span<byte> utf8 = name.Length * 3 <= Longest ? stackalloc byte[Longest] : new byte[Encoding.UTF8.GetMaxByteCount(name.Length)];
        return Plan.Table.Find(utf8[..Encoding.UTF8.GetBytes(name, utf8)]);
    }

    private static WireField<TModel> Reference<TValue>(
        string name, Presence presence, WireType<TValue> type, Func<TModel, TValue?> get, Action<TModel, TValue?> set, string property)
        where TValue : class => ReferenceEquals(type, StringType.Instance)
            ? new StringField<TModel>(name, presence, (Func<TModel, string?>)(object)get, (Action<TModel, string?>)(object)set) { Property = property }
            : new ReferenceField<TModel, TValue>(name, presence, type, get, set) { Property = property };

    private WireFields<TModel> Add(WireField<TModel> field)
    {
        if (plan is not null)
            throw new InvalidOperationException($"The fields of {typeof(TModel).Name} are in use already.");
        field.Place = fields.Count;
        field.Bit = 1UL << fields.Count; // C# counts a shift modulo 64
        fields.Add(field);
        if (fieldSet is not null && field.Remember(fieldSet, remembered))
            remembered++;
        return this;
    }

    private void Keep(TModel model, string name, JsonElement element)
    {
        if (KeptOf(model) is { } kept)
            kept[name] = element;
    }

    /// <summary>The additional data as reading fills it; what a caller had put there stays.</summary>
    private PreservedData? KeptOf(TModel model)
    {
        if (additionalData is null || model is not IAdditionalDataHolder holder)
            return null;
        var others = additionalData(model);
        if (others is PreservedData kept)
            return kept;
        kept = others is null ? new() : new(others);
        holder.AdditionalData = kept;
        return kept;
    }
}
