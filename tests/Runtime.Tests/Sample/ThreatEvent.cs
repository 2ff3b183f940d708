using System;
using System.Collections.Generic;
using System.Text.Json;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Sample.Models;

/// <summary>One event.</summary>
public sealed partial class ThreatEvent : IWireModel<ThreatEvent>, IAdditionalDataHolder
{
    private IDictionary<string, object>? additionalData;

    public string Id { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public EventObjectType ObjectType { get; set; } = new("");

    public AgentOs? AgentOs { get; set; }

    public int? DstPort { get; set; }

    public long? FileSize { get; set; }

    public double? Score { get; set; }

    public bool? RelatedToThreat { get; set; }

    public string? Pid { get; set; }

    public string? Publisher { get; set; }

    public string? SiteName { get; set; }

    public int? Tid { get; set; }

    public List<ErrorDetail>? Errors { get; set; }

    public Dictionary<string, int>? Counts { get; set; }

    public Dictionary<string, ErrorDetail>? Details { get; set; }

    public List<List<int>>? Matrix { get; set; }

    public JsonElement? Metadata { get; set; }

    public List<string?> Names { get; set; } = [];

    public List<int?>? Codes { get; set; }

    public List<EventObjectType>? Kinds { get; set; }

    public ThreatEvent? Parent { get; set; }

    public Guid? AgentUuid { get; set; }

    public DateOnly? Day { get; set; }

    public byte[]? Raw { get; set; }

    public decimal? Price { get; set; }

    /// <summary>Fields that the document does not name, as they came, each a <see cref="JsonElement"/>.</summary>
    public IDictionary<string, object> AdditionalData
    {
        get => additionalData ??= new Dictionary<string, object>();
        set => additionalData = value;
    }

    private static readonly WireFields<ThreatEvent> Fields = new WireFields<ThreatEvent>(m => m.additionalData)
        .Required("id", WireType.String, m => m.Id, (m, v) => m.Id = v)
        .Required("createdAt", WireType.DateTime, m => m.CreatedAt, (m, v) => m.CreatedAt = v)
        .Required("objectType", WireType.Enum<EventObjectType>(), m => m.ObjectType, (m, v) => m.ObjectType = v)
        .Optional("agentOs", WireType.Enum<AgentOs>(), m => m.AgentOs, (m, v) => m.AgentOs = v)
        .Optional("dstPort", WireType.Int32, m => m.DstPort, (m, v) => m.DstPort = v)
        .Optional("fileSize", WireType.Int64, m => m.FileSize, (m, v) => m.FileSize = v)
        .Optional("score", WireType.Double, m => m.Score, (m, v) => m.Score = v)
        .Optional("relatedToThreat", WireType.Boolean, m => m.RelatedToThreat, (m, v) => m.RelatedToThreat = v)
        .Optional("pid", WireType.String, m => m.Pid, (m, v) => m.Pid = v)
        .OptionalNullable("publisher", WireType.String, m => m.Publisher, (m, v) => m.Publisher = v)
        .RequiredNullable("siteName", WireType.String, m => m.SiteName, (m, v) => m.SiteName = v)
        .RequiredNullable("tid", WireType.Int32, m => m.Tid, (m, v) => m.Tid = v)
        .Optional("errors", WireType.List(WireType.Model<ErrorDetail>()), m => m.Errors, (m, v) => m.Errors = v)
        .Optional("counts", WireType.Dictionary(WireType.Int32), m => m.Counts, (m, v) => m.Counts = v)
        .Optional("details", WireType.Dictionary(WireType.Model<ErrorDetail>()), m => m.Details, (m, v) => m.Details = v)
        .Optional("matrix", WireType.List(WireType.List(WireType.Int32)), m => m.Matrix, (m, v) => m.Matrix = v)
        .Optional("metadata", WireType.Json, m => m.Metadata, (m, v) => m.Metadata = v)
        .Required("names", WireType.List(WireType.NullableString), m => m.Names, (m, v) => m.Names = v)
        .Optional("codes", WireType.List(WireType.Nullable(WireType.Int32)), m => m.Codes, (m, v) => m.Codes = v)
        .Optional("kinds", WireType.List(WireType.Enum<EventObjectType>()), m => m.Kinds, (m, v) => m.Kinds = v)
        .Optional("parent", WireType.Model<ThreatEvent>(), m => m.Parent, (m, v) => m.Parent = v)
        .Optional("agentUuid", WireType.Guid, m => m.AgentUuid, (m, v) => m.AgentUuid = v)
        .Optional("day", WireType.Date, m => m.Day, (m, v) => m.Day = v)
        .Optional("raw", WireType.Base64, m => m.Raw, (m, v) => m.Raw = v)
        .OptionalNullable("price", WireType.Decimal, m => m.Price, (m, v) => m.Price = v);

    static WireFields<ThreatEvent> IWireModel<ThreatEvent>.Fields => Fields;

    public static ThreatEvent CreateFromDiscriminatorValue(IParseNode parseNode) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => Fields.GetDeserializers(this);

    public void Serialize(ISerializationWriter writer) => Fields.Serialize(this, writer);
}
