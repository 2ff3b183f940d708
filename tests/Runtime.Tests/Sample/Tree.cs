using System;
using System.Collections.Generic;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Sample.Models;

/// <summary>A model that may hold itself in each way that there is.</summary>
public sealed partial class Tree : WireModel, IWireModel<Tree>
{
    public string Name { get; set; } = "";

    public Tree? Child { get; set; }

    public List<Tree>? Children { get; set; }

    public Dictionary<string, Tree>? Named { get; set; }

    public Branch? Branch { get; set; }

    public (Guid, Tree)? Pair { get; set; }

    public List<List<List<Tree>>>? Cube { get; set; }

    private static readonly WireFields Fields = new WireFields(_ => new Tree())
        .Required("name")
        .Optional("child")
        .Optional("children")
        .Optional("named")
        .Optional("branch")
        .Optional("pair")
        .Optional("cube");

    protected internal override void ReadField(int field, ref WireReader reader)
    {
        switch (field)
        {
            case 0: Name = reader.String(); break;
            case 1: Child = reader.Model<Tree>(); break;
            case 2: Children = reader.Value(WireType.List(WireType.Model<Tree>())); break;
            case 3: Named = reader.Value(WireType.Dictionary(WireType.Model<Tree>())); break;
            case 4: Branch = reader.Value(WireType.Union<Branch>()); break;
            case 5: Pair = reader.ValueOrNull(WireType.Tuple(WireType.Guid, WireType.Model<Tree>())); break;
            case 6: Cube = reader.Value(WireType.List(WireType.List(WireType.List(WireType.Model<Tree>())))); break;
        }
    }

    protected internal override void WriteFields(int group, WireWriter writer)
    {
        writer.String(Name);
        writer.Model(Child);
        writer.Value(WireType.List(WireType.Model<Tree>()), Children);
        writer.Value(WireType.Dictionary(WireType.Model<Tree>()), Named);
        writer.Value(WireType.Union<Branch>(), Branch);
        writer.Value(WireType.Tuple(WireType.Guid, WireType.Model<Tree>()), Pair);
        writer.Value(WireType.List(WireType.List(WireType.List(WireType.Model<Tree>()))), Cube);
    }

    static WireFields IWireModel<Tree>.Fields => Fields;

    public static Tree CreateFromDiscriminatorValue(IParseNode parseNode) => new();
}

/// <summary>A text, a tree, or a list of the same. An object's field <c>kind</c> says that it is a tree.</summary>
public sealed class Branch : WireUnion, IWireUnion<Branch>
{
    private Branch(object value, int index)
        : base(value, index)
    {
    }

    public static implicit operator Branch(string value) => new(value, 0);

    public static implicit operator Branch(Tree value) => new(value, 1);

    public static implicit operator Branch(List<Branch> value) => new(value, 2);

    private static readonly UnionCases<Branch> Cases = new UnionCases<Branch>(
            (value, index) => new(value, index),
            UnionRule.ByKind(forString: 0, forObject: UnionRule.ByProperty("kind", null, ("tree", 1)), forArray: 2))
        .Case(WireType.String)
        .Case(WireType.Model<Tree>())
        .Case(WireType.List(WireType.Union<Branch>()));

    static UnionCases<Branch> IWireUnion<Branch>.Cases => Cases;
}
