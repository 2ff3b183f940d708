using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions.Serialization;
using Sample.Models;

namespace Kiln.Runtime.Tests.Streaming;

/// <summary>An event whose data are JSON.</summary>
public sealed class Added : WireModel, IWireModel<Added>
{
    private static readonly WireFields Fields = new WireFields(_ => new Added()).Required("event").Optional("id").Optional("retry").Required("data");

    public string Event { get; set; } = "";

    public string? Id { get; set; }

    public int? Retry { get; set; }

    public ErrorDetail Data { get; set; } = new();

    static WireFields IWireModel<Added>.Fields => Fields;

    public static Added CreateFromDiscriminatorValue(IParseNode parseNode) => new();

    protected internal override void ReadField(int field, ref WireReader reader)
    {
        switch (field)
        {
            case 0: Event = reader.String(); break;
            case 1: Id = reader.String(); break;
            case 2: Retry = reader.Int32(); break;
            case 3: Data = reader.Model<ErrorDetail>(); break;
        }
    }

    protected internal override void WriteFields(int group, WireWriter writer)
    {
        writer.String(Event);
        writer.String(Id);
        writer.Int32(Retry);
        writer.Model(Data);
    }
}

/// <summary>An event whose data are text.</summary>
public sealed class Pinged : WireModel, IWireModel<Pinged>
{
    private static readonly WireFields Fields = new WireFields(_ => new Pinged()).Required("event").Required("data");

    public string Event { get; set; } = "";

    public string Data { get; set; } = "";

    static WireFields IWireModel<Pinged>.Fields => Fields;

    public static Pinged CreateFromDiscriminatorValue(IParseNode parseNode) => new();

    protected internal override void ReadField(int field, ref WireReader reader)
    {
        switch (field)
        {
            case 0: Event = reader.String(); break;
            case 1: Data = reader.String(); break;
        }
    }

    protected internal override void WriteFields(int group, WireWriter writer)
    {
        writer.String(Event);
        writer.String(Data);
    }
}

/// <summary>Events that their names tell from each other.</summary>
public sealed class Happening : WireUnion, IWireUnion<Happening>
{
    private static readonly UnionCases<Happening> Cases = new UnionCases<Happening>(
            (value, index) => new(value, index),
            UnionRule.ByKind(forObject: UnionRule.ByProperty("event", null, ("added", 0), ("ping", 1))))
        .Case(WireType.Model<Added>())
        .Case(WireType.Model<Pinged>());

    private Happening(object value, int index)
        : base(value, index)
    {
    }

    static UnionCases<Happening> IWireUnion<Happening>.Cases => Cases;

    public static implicit operator Happening(Added value) => new(value, 0);

    public static implicit operator Happening(Pinged value) => new(value, 1);
}
