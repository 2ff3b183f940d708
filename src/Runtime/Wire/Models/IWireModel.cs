using System.ComponentModel;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>A model whose fields are known as data, without reflection. Emitted models implement it through the generic interface of this name.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IWireModel : IParsable
{
    /// <summary>The fields of the model's own class, whatever it is known as.</summary>
    WireFields InstanceFields { get; }
}
