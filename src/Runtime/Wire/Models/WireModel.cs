using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>The base class of emitted models, which preserves properties that the document does not define.</summary>
public abstract class WireModel : IAdditionalDataHolder
{
    /// <summary>Gets the additional data; null if there is none yet.</summary>
    internal IDictionary<string, object>? Kept { get; private set; }

    /// <summary>Gets or sets the properties that the document does not define, as received: each value is a <see cref="System.Text.Json.JsonElement"/>.</summary>
    public IDictionary<string, object> AdditionalData
    {
        get => Kept ??= new Dictionary<string, object>();
        set => Kept = value;
    }
}
