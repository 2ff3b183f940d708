using System;
using System.Collections.Generic;
using System.Net;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Sample.Models;

/// <summary>A field of each format that has more forms than its C# type has values.</summary>
public sealed partial class Measures : IWireModel<Measures>, IAdditionalDataHolder
{
    private IDictionary<string, object>? additionalData;

    public double? Number { get; set; }

    public float? Single { get; set; }

    public decimal? Exact { get; set; }

    public DateTimeOffset At { get; set; }

    public Guid? Key { get; set; }

    public TimeSpan? Took { get; set; }

    public byte[]? Bytes { get; set; }

    public Uri? Link { get; set; }

    public IPAddress? Address { get; set; }

    public long? Big { get; set; }

    public List<double>? Numbers { get; set; }

    public Level Level { get; set; }

    public IDictionary<string, object> AdditionalData
    {
        get => additionalData ??= new Dictionary<string, object>();
        set => additionalData = value;
    }

    private static readonly WireFields<Measures> Fields = new WireFields<Measures>(m => m.additionalData)
        .Optional("number", WireType.Double, m => m.Number, (m, v) => m.Number = v)
        .Optional("single", WireType.Single, m => m.Single, (m, v) => m.Single = v)
        .Optional("exact", WireType.Decimal, m => m.Exact, (m, v) => m.Exact = v)
        .Required("at", WireType.DateTime, m => m.At, (m, v) => m.At = v)
        .Optional("key", WireType.Guid, m => m.Key, (m, v) => m.Key = v)
        .Optional("took", WireType.Duration, m => m.Took, (m, v) => m.Took = v)
        .Optional("bytes", WireType.Base64, m => m.Bytes, (m, v) => m.Bytes = v)
        .Optional("link", WireType.Uri, m => m.Link, (m, v) => m.Link = v)
        .Optional("address", WireType.IPAddress, m => m.Address, (m, v) => m.Address = v)
        .Optional("big", WireType.AsString(WireType.Int64), m => m.Big, (m, v) => m.Big = v)
        .Optional("numbers", WireType.List(WireType.Double), m => m.Numbers, (m, v) => m.Numbers = v)
        .Required("level", WireType.Enum<Level, long>(WireType.Int64), m => m.Level, (m, v) => m.Level = v);

    static WireFields<Measures> IWireModel<Measures>.Fields => Fields;

    public static Measures CreateFromDiscriminatorValue(IParseNode parseNode) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => Fields.GetDeserializers(this);

    public void Serialize(ISerializationWriter writer) => Fields.Serialize(this, writer);
}

/// <summary>An enum over a number.</summary>
public readonly partial record struct Level(long Value) : IWireEnum<Level, long>
{
    public static Level Low { get; } = new(-1);

    public static Level High { get; } = new(1);

    public static IReadOnlyList<Level> KnownValues { get; } = [Low, High];

    public static Level FromValue(long value) => new(value);

    public override string ToString() => WireType.Int64.Format(Value);
}
