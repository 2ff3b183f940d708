using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>The classes derived from a model, and the property that identifies the class of an object.</summary>
internal sealed class DerivedModels(WireFields fields, string discriminator)
{
    private readonly List<(string Value, UnionRule Then)> values = [];
    private readonly List<DerivedModel> models = [];
    private int otherwise = UnionRule.Unknown;
    private UnionRule? rule;

    /// <summary>The property's name.</summary>
    public string Discriminator => discriminator;

    public void Add(string[] told, DerivedModel model)
    {
        values.AddRange(told.Select(t => (t, (UnionRule)models.Count)));
        models.Add(model);
    }

    public void AddDefault(DerivedModel model)
    {
        otherwise = models.Count;
        models.Add(model);
    }

    /// <summary>A new model of the class of the object whose start the reader is at; of the base if it is none of the derived.</summary>
    public WireModel Make(in WireReader reader)
    {
        var place = (rule ??= UnionRule.ByProperty(discriminator, otherwise, [.. values])).Decide(reader);
        if (place < 0)
            return fields.Create();
        var below = models[place].Fields;
        return HasOwn(below) ? below.MakeModel(reader) : below.Create();
    }

    /// <summary>The same, for an object of Kiota's.</summary>
    public WireModel Make(IParseNode node)
    {
        var child = node.GetChildNode(discriminator);
        var told = child is null ? null : child.GetStringValue() ?? (StringType.TryReadText(child, out var text) ? text : null);
        var place = (told is null ? null : values.Find(v => v.Value == told).Then)?.Decide(default) ?? otherwise;
        if (place < 0)
            return fields.Create();
        var below = models[place].Fields;
        return HasOwn(below) ? below.MakeModel(node) : below.Create();
    }

    // The discriminator that led to a class identifies no further one.
    private bool HasOwn(WireFields below) => below.DerivedModels is { } further && further.Discriminator != discriminator;
}

/// <summary>A class derived from a model, whose fields are not asked for before a model is made: they may still be in the making.</summary>
internal abstract class DerivedModel
{
    public abstract WireFields Fields { get; }
}

/// <summary>The same with the type of the class.</summary>
internal sealed class DerivedModel<TDerived> : DerivedModel
    where TDerived : WireModel, IWireModel<TDerived>
{
    public override WireFields Fields => TDerived.Fields;
}
