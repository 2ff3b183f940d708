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

    private static readonly WireFields<Twig> Fields = WireFields<Twig>.Create()
        .Optional("name", WireType.String, m => m.Name, (m, v) => m.Name = v)
        .Optional("note", WireType.String, m => m.Note, (m, v) => m.Note = v)
        .Optional("next", WireType.Union<TwigOrText>(), m => m.Next, (m, v) => m.Next = v)
        .Optional("pair", WireType.Tuple(WireType.Guid, WireType.Model<Twig>()), m => m.Pair, (m, v) => m.Pair = v)
        .Optional("named", WireType.Dictionary(WireType.Model<Twig>()), m => m.Named, (m, v) => m.Named = v);

    static WireFields<Twig> IWireModel<Twig>.Fields => Fields;

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
