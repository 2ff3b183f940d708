using System;
using System.Collections.Generic;
using System.Net;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Sample.Models;

/// <summary>A field of each format that has more forms than its C# type has values.</summary>
public sealed partial class Measures : WireModel, IWireModel<Measures>
{
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

    private static readonly WireFields Fields = new WireFields(_ => new Measures())
        .Optional("number")
        .Optional("single")
        .Optional("exact")
        .Required("at")
        .Optional("key")
        .Optional("took")
        .Optional("bytes")
        .Optional("link")
        .Optional("address")
        .Optional("big")
        .Optional("numbers")
        .Required("level");

    protected internal override void ReadField(int field, ref WireReader reader)
    {
        switch (field)
        {
            case 0: Number = reader.DoubleOrNull(); break;
            case 1: Single = reader.ValueOrNull(WireType.Single); break;
            case 2: Exact = reader.ValueOrNull(WireType.Decimal); break;
            case 3: At = reader.DateTime(); break;
            case 4: Key = reader.ValueOrNull(WireType.Guid); break;
            case 5: Took = reader.ValueOrNull(WireType.Duration); break;
            case 6: Bytes = reader.Value(WireType.Base64); break;
            case 7: Link = reader.Value(WireType.Uri); break;
            case 8: Address = reader.Value(WireType.IPAddress); break;
            case 9: Big = reader.ValueOrNull(WireType.AsString(WireType.Int64)); break;
            case 10: Numbers = reader.Value(WireType.List(WireType.Double)); break;
            case 11: Level = reader.Value(WireType.Enum<Level, long>(WireType.Int64)); break;
        }
    }

    protected internal override void WriteFields(int group, WireWriter writer)
    {
        writer.Double(Number);
        writer.Value(WireType.Single, Single);
        writer.Value(WireType.Decimal, Exact);
        writer.DateTime(At);
        writer.Value(WireType.Guid, Key);
        writer.Value(WireType.Duration, Took);
        writer.Value(WireType.Base64, Bytes);
        writer.Value(WireType.Uri, Link);
        writer.Value(WireType.IPAddress, Address);
        writer.Value(WireType.AsString(WireType.Int64), Big);
        writer.Value(WireType.List(WireType.Double), Numbers);
        writer.Value(WireType.Enum<Level, long>(WireType.Int64), Level);
    }

    static WireFields IWireModel<Measures>.Fields => Fields;

    public static Measures CreateFromDiscriminatorValue(IParseNode parseNode) => new();
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
