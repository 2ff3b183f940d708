using System;
using System.Collections.Generic;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Sample.Models;

/// <summary>One page of events.</summary>
public sealed partial class ThreatEventPage : IWireModel<ThreatEventPage>, IAdditionalDataHolder
{
    private IDictionary<string, object>? additionalData;

    public List<ThreatEvent>? Data { get; set; }

    public Pagination Pagination { get; set; } = new();

    public IDictionary<string, object> AdditionalData
    {
        get => additionalData ??= new Dictionary<string, object>();
        set => additionalData = value;
    }

    private static readonly WireFields<ThreatEventPage> Fields = new WireFields<ThreatEventPage>(m => m.additionalData)
        .Optional("data", WireType.List(WireType.Model<ThreatEvent>()), m => m.Data, (m, v) => m.Data = v)
        .Required("pagination", WireType.Model<Pagination>(), m => m.Pagination, (m, v) => m.Pagination = v);

    static WireFields<ThreatEventPage> IWireModel<ThreatEventPage>.Fields => Fields;

    public static ThreatEventPage CreateFromDiscriminatorValue(IParseNode parseNode) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => Fields.GetDeserializers(this);

    public void Serialize(ISerializationWriter writer) => Fields.Serialize(this, writer);
}

/// <summary>Where a page stands among the others. Closed: it keeps no unknown fields.</summary>
public sealed partial class Pagination : IWireModel<Pagination>
{
    public string? NextCursor { get; set; }

    public long TotalItems { get; set; }

    private static readonly WireFields<Pagination> Fields = new WireFields<Pagination>()
        .OptionalNullable("nextCursor", WireType.String, m => m.NextCursor, (m, v) => m.NextCursor = v)
        .Required("totalItems", WireType.Int64, m => m.TotalItems, (m, v) => m.TotalItems = v);

    static WireFields<Pagination> IWireModel<Pagination>.Fields => Fields;

    public static Pagination CreateFromDiscriminatorValue(IParseNode parseNode) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => Fields.GetDeserializers(this);

    public void Serialize(ISerializationWriter writer) => Fields.Serialize(this, writer);
}

/// <summary>The service's error body.</summary>
public sealed partial class ErrorResponse : IWireModel<ErrorResponse>, IAdditionalDataHolder
{
    private IDictionary<string, object>? additionalData;

    public List<ErrorDetail> Errors { get; set; } = [];

    public IDictionary<string, object> AdditionalData
    {
        get => additionalData ??= new Dictionary<string, object>();
        set => additionalData = value;
    }

    private static readonly WireFields<ErrorResponse> Fields = new WireFields<ErrorResponse>(m => m.additionalData)
        .Required("errors", WireType.List(WireType.Model<ErrorDetail>()), m => m.Errors, (m, v) => m.Errors = v);

    static WireFields<ErrorResponse> IWireModel<ErrorResponse>.Fields => Fields;

    public static ErrorResponse CreateFromDiscriminatorValue(IParseNode parseNode) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => Fields.GetDeserializers(this);

    public void Serialize(ISerializationWriter writer) => Fields.Serialize(this, writer);
}

/// <summary>One error.</summary>
public sealed partial class ErrorDetail : IWireModel<ErrorDetail>, IAdditionalDataHolder
{
    private IDictionary<string, object>? additionalData;

    public int Code { get; set; }

    public string? Title { get; set; }

    public string? Detail { get; set; }

    public IDictionary<string, object> AdditionalData
    {
        get => additionalData ??= new Dictionary<string, object>();
        set => additionalData = value;
    }

    private static readonly WireFields<ErrorDetail> Fields = new WireFields<ErrorDetail>(m => m.additionalData)
        .Required("code", WireType.Int32, m => m.Code, (m, v) => m.Code = v)
        .Optional("title", WireType.String, m => m.Title, (m, v) => m.Title = v)
        .OptionalNullable("detail", WireType.String, m => m.Detail, (m, v) => m.Detail = v);

    static WireFields<ErrorDetail> IWireModel<ErrorDetail>.Fields => Fields;

    public static ErrorDetail CreateFromDiscriminatorValue(IParseNode parseNode) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => Fields.GetDeserializers(this);

    public void Serialize(ISerializationWriter writer) => Fields.Serialize(this, writer);
}

public sealed class ErrorResponseException(ResponseDetails context, ErrorResponse? error) : ServiceException<ErrorResponse>(context, error)
{
    public static ErrorBody Body { get; } = ErrorBody.Create(WireType.Model<ErrorResponse>(), (context, error) => new ErrorResponseException(context, error));
}
