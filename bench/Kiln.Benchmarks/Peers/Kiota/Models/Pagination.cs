using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Benchmarks.Peers.Kiota.Models;

/// <summary>The way to the next page, as Kiota emits it.</summary>
public partial class Pagination : IAdditionalDataHolder, IParsable
{
    public IDictionary<string, object> AdditionalData { get; set; }

    public string? NextCursor { get; set; }

    public long? TotalItems { get; set; }

    public Pagination()
    {
        AdditionalData = new Dictionary<string, object>();
    }

    public static Pagination CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        if (ReferenceEquals(parseNode, null)) throw new ArgumentNullException(nameof(parseNode));
        return new Pagination();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers()
    {
        return new Dictionary<string, Action<IParseNode>>
        {
            { "nextCursor", n => { NextCursor = n.GetStringValue(); } },
            { "totalItems", n => { TotalItems = n.GetLongValue(); } },
        };
    }

    public virtual void Serialize(ISerializationWriter writer)
    {
        if (ReferenceEquals(writer, null)) throw new ArgumentNullException(nameof(writer));
        writer.WriteStringValue("nextCursor", NextCursor);
        writer.WriteLongValue("totalItems", TotalItems);
        writer.WriteAdditionalData(AdditionalData);
    }
}
