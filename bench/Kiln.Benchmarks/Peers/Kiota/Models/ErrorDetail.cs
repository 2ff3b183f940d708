using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Benchmarks.Peers.Kiota.Models;

/// <summary>One cause of a failure, as Kiota emits it.</summary>
public partial class ErrorDetail : IAdditionalDataHolder, IParsable
{
    public IDictionary<string, object> AdditionalData { get; set; }

    public long? Code { get; set; }

    public string? Detail { get; set; }

    public string? Title { get; set; }

    public ErrorDetail()
    {
        AdditionalData = new Dictionary<string, object>();
    }

    public static ErrorDetail CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        if (ReferenceEquals(parseNode, null)) throw new ArgumentNullException(nameof(parseNode));
        return new ErrorDetail();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers()
    {
        return new Dictionary<string, Action<IParseNode>>
        {
            { "code", n => { Code = n.GetLongValue(); } },
            { "detail", n => { Detail = n.GetStringValue(); } },
            { "title", n => { Title = n.GetStringValue(); } },
        };
    }

    public virtual void Serialize(ISerializationWriter writer)
    {
        if (ReferenceEquals(writer, null)) throw new ArgumentNullException(nameof(writer));
        writer.WriteLongValue("code", Code);
        writer.WriteStringValue("detail", Detail);
        writer.WriteStringValue("title", Title);
        writer.WriteAdditionalData(AdditionalData);
    }
}
