using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Benchmarks.Peers.Kiota.Models;

/// <summary>The body of a failure, as Kiota emits it.</summary>
public partial class ErrorResponse : ApiException, IAdditionalDataHolder, IParsable
{
    public IDictionary<string, object> AdditionalData { get; set; }

    public List<ErrorDetail>? Errors { get; set; }

    public override string Message { get => base.Message; }

    public ErrorResponse()
    {
        AdditionalData = new Dictionary<string, object>();
    }

    public static ErrorResponse CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        if (ReferenceEquals(parseNode, null)) throw new ArgumentNullException(nameof(parseNode));
        return new ErrorResponse();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers()
    {
        return new Dictionary<string, Action<IParseNode>>
        {
            { "errors", n => { Errors = n.GetCollectionOfObjectValues<ErrorDetail>(ErrorDetail.CreateFromDiscriminatorValue)?.AsList(); } },
        };
    }

    public virtual void Serialize(ISerializationWriter writer)
    {
        if (ReferenceEquals(writer, null)) throw new ArgumentNullException(nameof(writer));
        writer.WriteCollectionOfObjectValues<ErrorDetail>("errors", Errors);
        writer.WriteAdditionalData(AdditionalData);
    }
}
