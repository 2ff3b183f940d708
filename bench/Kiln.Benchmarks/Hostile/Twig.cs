using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Benchmarks.Hostile;

/// <summary>A model that holds itself in the ways that hostile bodies make use of.</summary>
public sealed class Twig : WireModel, IWireModel<Twig>
{
    public string? Name { get; set; }

    public string? Note { get; set; }

    public TwigOrText? Next { get; set; }

    public (Guid, Twig)? Pair { get; set; }

    public Dictionary<string, Twig>? Named { get; set; }

    private static readonly WireFields Fields = new WireFields(_ => new Twig())
        .Optional("name")
        .Optional("note")
        .Optional("next")
        .Optional("pair")
        .Optional("named");

    public static Twig CreateFromDiscriminatorValue(IParseNode parseNode) => new();

    protected override void ReadField(int field, ref WireReader reader)
    {
        switch (field)
        {
            case 0: Name = reader.String(); break;
            case 1: Note = reader.String(); break;
            case 2: Next = reader.Value(WireType.Union<TwigOrText>()); break;
            case 3: Pair = reader.ValueOrNull(WireType.Tuple(WireType.Guid, WireType.Model<Twig>())); break;
            case 4: Named = reader.Value(WireType.Dictionary(WireType.Model<Twig>())); break;
        }
    }

    protected override void WriteFields(int group, WireWriter writer)
    {
        writer.String(Name);
        writer.String(Note);
        writer.Value(WireType.Union<TwigOrText>(), Next);
        writer.Value(WireType.Tuple(WireType.Guid, WireType.Model<Twig>()), Pair);
        writer.Value(WireType.Dictionary(WireType.Model<Twig>()), Named);
    }

    static WireFields IWireModel<Twig>.Fields => Fields;

}

/// <summary>A text, or an object whose <c>kind</c> says that it is a twig.</summary>
public sealed class TwigOrText : WireUnion, IWireUnion<TwigOrText>
{
    private TwigOrText(object value, int index)
        : base(value, index)
    {
    }

    private static readonly UnionCases<TwigOrText> Cases = new UnionCases<TwigOrText>(
            (value, index) => new(value, index),
            UnionRule.ByKind(forString: 0, forObject: UnionRule.ByProperty("kind", null, ("twig", 1))))
        .Case(WireType.String)
        .Case(WireType.Model<Twig>());

    static UnionCases<TwigOrText> IWireUnion<TwigOrText>.Cases => Cases;
}
