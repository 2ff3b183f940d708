using System.ComponentModel;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>The base class of emitted models, which preserves properties that the document does not define.</summary>
public abstract class WireModel : IParsable, IAdditionalDataHolder
{
    /// <summary>Gets the additional data; null if there is none yet.</summary>
    internal IDictionary<string, object>? Kept { get; private set; }

    /// <summary>Gets or sets the properties that the document does not define, as received: each value is a <see cref="System.Text.Json.JsonElement"/>.</summary>
    public IDictionary<string, object> AdditionalData
    {
        get => Kept ??= new Dictionary<string, object>();
        set => Kept = value;
    }

    /// <inheritdoc/>
    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => InstanceFields.GetDeserializersAny(this);

    /// <inheritdoc/>
    public void Serialize(ISerializationWriter writer) => InstanceFields.SerializeAny(this, writer);

    private WireFields InstanceFields => (this as IWireModel ?? throw new InvalidOperationException($"{GetType().Name} is no IWireModel.")).InstanceFields;

    /// <summary>The fields that were received without a value although the document says that they have one; null for the many models without any.</summary>
    internal AbsentFields? Absent { get; private set; }

    /// <summary>Sets the backing field of a required property, which is written from then on, also if it was missing when the model was read.</summary>
    /// <param name="field">The backing field.</param>
    /// <param name="value">Its new value.</param>
    /// <param name="place">Which field it is, counted from 0 in the order in which the model's fields were added.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void AssignField<T>(ref T field, T value, int place)
    {
        field = value;
        Absent?.Remove(place);
    }

    internal void AddAbsent(int fields, int place, Absence absence, object? initial) => (Absent ??= new(fields)).Add(place, absence, initial);
}
