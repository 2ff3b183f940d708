using System;
using System.Collections.Generic;
using System.Text.Json;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Sample.Models;

/// <summary>One event.</summary>
public sealed partial class ThreatEvent : WireModel, IWireModel<ThreatEvent>
{
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

    private static readonly WireFields Fields = new WireFields(_ => new ThreatEvent())
        .Required("id")
        .Required("createdAt")
        .Required("objectType")
        .Optional("agentOs")
        .Optional("dstPort")
        .Optional("fileSize")
        .Optional("score")
        .Optional("relatedToThreat")
        .Optional("pid")
        .OptionalNullable("publisher")
        .RequiredNullable("siteName")
        .RequiredNullable("tid")
        .Optional("errors")
        .Optional("counts")
        .Optional("details")
        .Optional("matrix")
        .Optional("metadata").NullIsValue()
        .Required("names")
        .Optional("codes")
        .Optional("kinds")
        .Optional("parent")
        .Optional("agentUuid")
        .Optional("day")
        .Optional("raw")
        .OptionalNullable("price");

    protected internal override void ReadField(int field, ref WireReader reader)
    {
        switch (field)
        {
            case 0: Id = reader.String(); break;
            case 1: CreatedAt = reader.DateTime(); break;
            case 2: ObjectType = reader.Enum<EventObjectType>(); break;
            case 3: AgentOs = reader.EnumOrNull<AgentOs>(); break;
            case 4: DstPort = reader.Int32OrNull(); break;
            case 5: FileSize = reader.Int64OrNull(); break;
            case 6: Score = reader.DoubleOrNull(); break;
            case 7: RelatedToThreat = reader.BooleanOrNull(); break;
            case 8: Pid = reader.String(); break;
            case 9: Publisher = reader.String(); break;
            case 10: SiteName = reader.String(); break;
            case 11: Tid = reader.Int32OrNull(); break;
            case 12: Errors = reader.Value(WireType.List(WireType.Model<ErrorDetail>())); break;
            case 13: Counts = reader.Value(WireType.Dictionary(WireType.Int32)); break;
            case 14: Details = reader.Value(WireType.Dictionary(WireType.Model<ErrorDetail>())); break;
            case 15: Matrix = reader.Value(WireType.List(WireType.List(WireType.Int32))); break;
            case 16: Metadata = reader.ValueOrNull(WireType.Json); break;
            case 17: Names = reader.Value(WireType.List(WireType.NullableString)); break;
            case 18: Codes = reader.Value(WireType.List(WireType.Nullable(WireType.Int32))); break;
            case 19: Kinds = reader.Value(WireType.List(WireType.Enum<EventObjectType>())); break;
            case 20: Parent = reader.Model<ThreatEvent>(); break;
            case 21: AgentUuid = reader.ValueOrNull(WireType.Guid); break;
            case 22: Day = reader.ValueOrNull(WireType.Date); break;
            case 23: Raw = reader.Value(WireType.Base64); break;
            case 24: Price = reader.ValueOrNull(WireType.Decimal); break;
        }
    }

    protected internal override void WriteFields(int group, WireWriter writer)
    {
        switch (group)
        {
            case 0:
                writer.String(Id);
                writer.DateTime(CreatedAt);
                writer.Enum(ObjectType);
                writer.Enum(AgentOs);
                writer.Int32(DstPort);
                writer.Int64(FileSize);
                writer.Double(Score);
                writer.Boolean(RelatedToThreat);
                writer.String(Pid);
                writer.String(Publisher);
                writer.String(SiteName);
                writer.Int32(Tid);
                writer.Value(WireType.List(WireType.Model<ErrorDetail>()), Errors);
                writer.Value(WireType.Dictionary(WireType.Int32), Counts);
                writer.Value(WireType.Dictionary(WireType.Model<ErrorDetail>()), Details);
                writer.Value(WireType.List(WireType.List(WireType.Int32)), Matrix);
                break;
            case 1:
                writer.Value(WireType.Json, Metadata);
                writer.Value(WireType.List(WireType.NullableString), Names);
                writer.Value(WireType.List(WireType.Nullable(WireType.Int32)), Codes);
                writer.Value(WireType.List(WireType.Enum<EventObjectType>()), Kinds);
                writer.Model(Parent);
                writer.Value(WireType.Guid, AgentUuid);
                writer.Value(WireType.Date, Day);
                writer.Value(WireType.Base64, Raw);
                writer.Value(WireType.Decimal, Price);
                break;
        }
    }

    static WireFields IWireModel<ThreatEvent>.Fields => Fields;

    public static ThreatEvent CreateFromDiscriminatorValue(IParseNode parseNode) => new();
}
