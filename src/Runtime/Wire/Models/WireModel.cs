using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>What every emitted model derives from: it keeps the fields that the document does not name.</summary>
public abstract class WireModel : IAdditionalDataHolder
{
    /// <summary>What is kept, if there has been anything to keep.</summary>
    internal IDictionary<string, object>? Kept { get; private set; }

    /// <summary>The fields that the document does not name, as they came: each value is a <see cref="System.Text.Json.JsonElement"/>.</summary>
    public IDictionary<string, object> AdditionalData
    {
        get => Kept ??= new Dictionary<string, object>();
        set => Kept = value;
    }
}
