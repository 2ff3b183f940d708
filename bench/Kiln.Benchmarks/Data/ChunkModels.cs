using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Benchmarks.Data;

/// <summary>A piece of an answer that is streamed while it is made, as an emitted model is.</summary>
public sealed class Chunk : WireModel, IWireModel<Chunk>
{
    private static readonly WireFields Fields = new WireFields(_ => new Chunk()).Required("id").Required("object").Required("created").Required("model").Required("choices");

    public string Id { get; set; } = "";

    public string Object { get; set; } = "";

    public long Created { get; set; }

    public string Model { get; set; } = "";

    public List<ChunkChoice> Choices { get; set; } = [];

    static WireFields IWireModel<Chunk>.Fields => Fields;

    public static Chunk CreateFromDiscriminatorValue(IParseNode parseNode) => new();

    protected override void ReadField(int field, ref WireReader reader)
    {
        switch (field)
        {
            case 0: Id = reader.String(); break;
            case 1: Object = reader.String(); break;
            case 2: Created = reader.Int64(); break;
            case 3: Model = reader.String(); break;
            case 4: Choices = reader.Value(WireType.List(WireType.Model<ChunkChoice>())); break;
        }
    }

    protected override void WriteFields(int group, WireWriter writer)
    {
        writer.String(Id);
        writer.String(Object);
        writer.Int64(Created);
        writer.String(Model);
        writer.Value(WireType.List(WireType.Model<ChunkChoice>()), Choices);
    }
}

/// <summary>One of the answers.</summary>
public sealed class ChunkChoice : WireModel, IWireModel<ChunkChoice>
{
    private static readonly WireFields Fields = new WireFields(_ => new ChunkChoice()).Required("index").Required("delta").OptionalNullable("finish_reason");

    public int Index { get; set; }

    public ChunkDelta Delta { get; set; } = new();

    public string? FinishReason { get; set; }

    static WireFields IWireModel<ChunkChoice>.Fields => Fields;

    public static ChunkChoice CreateFromDiscriminatorValue(IParseNode parseNode) => new();

    protected override void ReadField(int field, ref WireReader reader)
    {
        switch (field)
        {
            case 0: Index = reader.Int32(); break;
            case 1: Delta = reader.Model<ChunkDelta>(); break;
            case 2: FinishReason = reader.String(); break;
        }
    }

    protected override void WriteFields(int group, WireWriter writer)
    {
        writer.Int32(Index);
        writer.Model(Delta);
        writer.String(FinishReason);
    }
}

/// <summary>What it is longer by.</summary>
public sealed class ChunkDelta : WireModel, IWireModel<ChunkDelta>
{
    private static readonly WireFields Fields = new WireFields(_ => new ChunkDelta()).Optional("role").Optional("content");

    public string? Role { get; set; }

    public string? Content { get; set; }

    static WireFields IWireModel<ChunkDelta>.Fields => Fields;

    public static ChunkDelta CreateFromDiscriminatorValue(IParseNode parseNode) => new();

    protected override void ReadField(int field, ref WireReader reader)
    {
        switch (field)
        {
            case 0: Role = reader.String(); break;
            case 1: Content = reader.String(); break;
        }
    }

    protected override void WriteFields(int group, WireWriter writer)
    {
        writer.String(Role);
        writer.String(Content);
    }
}
