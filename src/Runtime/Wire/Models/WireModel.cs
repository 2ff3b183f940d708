using System.ComponentModel;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>The base class of emitted models, which preserves properties that the document does not define.</summary>
public abstract class WireModel : IParsable, IAdditionalDataHolder, IJsonObject
{
    private FieldBits nulls;

    /// <summary>Gets the additional data; null if there is none yet.</summary>
    internal IDictionary<string, object>? Kept { get; private set; }

    /// <summary>Gets or sets the properties that the document does not define, as received: each value is a <see cref="System.Text.Json.JsonElement"/>.</summary>
    public IDictionary<string, object> AdditionalData
    {
        get => Kept ??= new Dictionary<string, object>();
        set => Kept = value;
    }

    /// <summary>
    /// A bit for each of the first 64 fields that are not required: whether the field was received as null, or set to null. Null is written as long as the property is
    /// null.
    /// </summary>
    internal ulong Nulls => nulls.First;

    /// <summary>The required fields that were received without a value; null for the many models without any.</summary>
    internal AbsentFields? Absent { get; private set; }

    internal WireFields InstanceFields => (this as IWireModel ?? throw new InvalidOperationException($"{GetType().Name} is no IWireModel.")).InstanceFields;

    /// <inheritdoc/>
    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => KiotaFields.GetDeserializers(this);

    /// <inheritdoc/>
    public void Serialize(ISerializationWriter writer) => KiotaFields.Serialize(this, writer);

    /// <summary>Reads the value of a field, which is not null unless the type of the field has null as a value.</summary>
    /// <param name="field">The number of the field: its place in the table of fields.</param>
    /// <param name="reader">The reader, at the value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void ReadField(int field, ref WireReader reader)
    {
        // A model without fields has nothing to read.
    }

    /// <summary>Writes a group of fields: sixteen that follow each other, or the rest of those that a class declares itself.</summary>
    /// <param name="group">The number of the group.</param>
    /// <param name="writer">The writer, which knows the names of the fields.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void WriteFields(int group, WireWriter writer)
    {
        // A model without fields has nothing to write.
    }

    /// <summary>Sets the backing field of a required property, which is written from then on, also if it was missing when the model was read.</summary>
    /// <param name="property">The backing field.</param>
    /// <param name="value">Its new value.</param>
    /// <param name="field">The number of the field.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void AssignRequired<T>(ref T property, T value, int field)
    {
        property = value;
        Absent?.Remove(field);
    }

    /// <summary>Sets the backing field of a property that may be missing or null. It is written from then on, even as null.</summary>
    /// <param name="property">The backing field.</param>
    /// <param name="value">Its new value.</param>
    /// <param name="field">The number of the field among those that are not required.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void AssignNullable<T>(ref T property, T value, int field)
    {
        property = value;
        nulls.Add(field);
    }

    /// <summary>Whether a field that is not required was received as null, or set to null.</summary>
    internal bool HasNull(WireField field) => field.OptionalPlace >= 0 && nulls[field.OptionalPlace];

    internal void AddNull(WireField field) => nulls.Add(field.OptionalPlace);

    internal void RemoveNull(WireField field)
    {
        if (field.OptionalPlace >= 0)
            nulls.Remove(field.OptionalPlace);
    }

    void IJsonObject.Read(ref WireReader reader) => ModelReading.Read(ref reader, this, InstanceFields.Table);

    void IJsonObject.Write(WireWriter writer) => ModelWriting.Write(writer, this, InstanceFields.Table);

    internal void AddAbsent(int place, Absence absence, object? initial) => (Absent ??= new()).Add(place, absence, initial);
}
