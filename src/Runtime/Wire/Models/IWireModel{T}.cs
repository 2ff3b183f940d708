namespace Kiln.Runtime.Wire;

/// <summary>A model that describes its own fields.</summary>
/// <typeparam name="TSelf">The model itself. Its constructor leaves every property at its neutral value.</typeparam>
public interface IWireModel<TSelf> : IWireModel
    where TSelf : class, IWireModel<TSelf>, new()
{
    /// <summary>The fields in the document's order; one object for all instances, safe for all threads.</summary>
    static abstract WireFields<TSelf> Fields { get; }

    WireFields IWireModel.InstanceFields => TSelf.Fields;
}
