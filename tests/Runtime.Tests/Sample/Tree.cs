using System;
using System.Collections.Generic;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Sample.Models;

/// <summary>A model that may hold itself in each way that there is.</summary>
public sealed partial class Tree : IWireModel<Tree>, IAdditionalDataHolder
{
    private IDictionary<string, object>? additionalData;

    public string Name { get; set; } = "";

    public Tree? Child { get; set; }

    public List<Tree>? Children { get; set; }

    public Dictionary<string, Tree>? Named { get; set; }

    public Branch? Branch { get; set; }

    public (Guid, Tree)? Pair { get; set; }

    public List<List<List<Tree>>>? Cube { get; set; }

    public IDictionary<string, object> AdditionalData
    {
        get => additionalData ??= new Dictionary<string, object>();
        set => additionalData = value;
    }

    private static readonly WireFields<Tree> Fields = new WireFields<Tree>(m => m.additionalData)
        .Required("name", WireType.String, m => m.Name, (m, v) => m.Name = v)
        .Optional("child", WireType.Model<Tree>(), m => m.Child, (m, v) => m.Child = v)
        .Optional("children", WireType.List(WireType.Model<Tree>()), m => m.Children, (m, v) => m.Children = v)
        .Optional("named", WireType.Dictionary(WireType.Model<Tree>()), m => m.Named, (m, v) => m.Named = v)
        .Optional("branch", WireType.Union<Branch>(), m => m.Branch, (m, v) => m.Branch = v)
        .Optional("pair", WireType.Tuple(WireType.Guid, WireType.Model<Tree>()), m => m.Pair, (m, v) => m.Pair = v)
        .Optional("cube", WireType.List(WireType.List(WireType.List(WireType.Model<Tree>()))), m => m.Cube, (m, v) => m.Cube = v);

    static WireFields<Tree> IWireModel<Tree>.Fields => Fields;

    public static Tree CreateFromDiscriminatorValue(IParseNode parseNode) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => Fields.GetDeserializers(this);

    public void Serialize(ISerializationWriter writer) => Fields.Serialize(this, writer);
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
