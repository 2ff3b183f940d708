using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Benchmarks.Peers.Kiota.Models;

/// <summary>A page as Kiota emits it.</summary>
public partial class ThreatEventPage : IAdditionalDataHolder, IParsable
{
    public IDictionary<string, object> AdditionalData { get; set; }

    public List<ThreatEvent>? Data { get; set; }

    public List<ErrorDetail>? Errors { get; set; }

    public Pagination? Pagination { get; set; }

    public ThreatEventPage()
    {
        AdditionalData = new Dictionary<string, object>();
    }

    public static ThreatEventPage CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        if (ReferenceEquals(parseNode, null)) throw new ArgumentNullException(nameof(parseNode));
        return new ThreatEventPage();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers()
    {
        return new Dictionary<string, Action<IParseNode>>
        {
            { "data", n => { Data = n.GetCollectionOfObjectValues<ThreatEvent>(ThreatEvent.CreateFromDiscriminatorValue)?.AsList(); } },
            { "errors", n => { Errors = n.GetCollectionOfObjectValues<ErrorDetail>(ErrorDetail.CreateFromDiscriminatorValue)?.AsList(); } },
            { "pagination", n => { Pagination = n.GetObjectValue<Pagination>(Pagination.CreateFromDiscriminatorValue); } },
        };
    }

    public virtual void Serialize(ISerializationWriter writer)
    {
        if (ReferenceEquals(writer, null)) throw new ArgumentNullException(nameof(writer));
        writer.WriteCollectionOfObjectValues<ThreatEvent>("data", Data);
        writer.WriteCollectionOfObjectValues<ErrorDetail>("errors", Errors);
        writer.WriteObjectValue<Pagination>("pagination", Pagination);
        writer.WriteAdditionalData(AdditionalData);
    }
}
