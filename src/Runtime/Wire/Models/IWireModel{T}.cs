using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>A model that describes its own fields.</summary>
/// <typeparam name="TSelf">The model itself. Its constructor leaves every property at its neutral value.</typeparam>
public interface IWireModel<TSelf> : IWireModel
    where TSelf : WireModel, IWireModel<TSelf>
{
    /// <summary>The fields in the document's order; one object for all instances, safe for all threads.</summary>
    static abstract WireFields Fields { get; }

    /// <summary>Creates an instance for deserialization, of the class that the node says where there are derived ones.</summary>
    static abstract TSelf CreateFromDiscriminatorValue(IParseNode parseNode);

    WireFields IWireModel.InstanceFields => TSelf.Fields;
}
