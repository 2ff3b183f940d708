using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>The fields of some model.</summary>
public abstract class WireFields
{
    private protected WireFields()
    {
    }

    /// <summary>The fields' names on the wire, in the document's order.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    internal abstract IDictionary<string, Action<IParseNode>> GetDeserializersAny(object model);

    internal abstract void SerializeAny(object model, ISerializationWriter writer);

    internal abstract void ReadAny(ref WireReader reader, object model);

    internal abstract void WriteAny(WireWriter writer, object model);

    /// <summary>Gives the field that identifies what a model is its value, unless it has one.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">The field, which the document need not declare.</param>
    /// <param name="text">The value; of a number or boolean, its JSON.</param>
    internal abstract void Identify(object model, string name, string text);

    /// <summary>Makes absent what a new model says of its class.</summary>
    internal abstract void Unidentify(object model);

    /// <summary>Whether the field of a property is set; <see langword="null"/> when the property itself says all there is to know.</summary>
    internal abstract bool? IsSet(object model, string property);

    /// <summary>Makes the field of a property absent. False when it cannot be, or the property is not known.</summary>
    internal abstract bool Unset(object model, string property);
}
