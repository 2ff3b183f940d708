using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>The classes derived from a model, and the property that identifies the class of an object.</summary>
internal sealed class DerivedModels<TModel>(string discriminator)
    where TModel : class, new()
{
    private readonly List<(string Value, UnionRule Then)> values = [];
    private readonly List<DerivedModel<TModel>> models = [];
    private int otherwise = UnionRule.Unknown;
    private UnionRule? rule;

    /// <summary>The property's name.</summary>
    public string Discriminator => discriminator;

    public void Add(string[] told, DerivedModel<TModel> model)
    {
        values.AddRange(told.Select(t => (t, (UnionRule)models.Count)));
        models.Add(model);
    }

    public void AddDefault(DerivedModel<TModel> model)
    {
        otherwise = models.Count;
        models.Add(model);
    }

    /// <summary>A new model of the class of the object whose start the reader is at; of the base if it is none of the derived.</summary>
    public TModel Make(in WireReader reader)
    {
        var place = (rule ??= UnionRule.ByProperty(discriminator, otherwise, [.. values])).Decide(reader);
        return place < 0 ? new() : models[place].Make(reader, discriminator);
    }

    /// <summary>The same, for an object of Kiota's.</summary>
    public TModel Make(IParseNode node)
    {
        var child = node.GetChildNode(discriminator);
        var told = child is null ? null : child.GetStringValue() ?? (StringType.TryReadText(child, out var text) ? text : null);
        var place = (told is null ? null : values.Find(v => v.Value == told).Then)?.Decide(default) ?? otherwise;
        return place < 0 ? new() : models[place].Make(node, discriminator);
    }
}

/// <summary>A class derived from a model.</summary>
internal abstract class DerivedModel<TModel>
    where TModel : class
{
    /// <summary>A new model of the class, or of one that is derived from it.</summary>
    /// <param name="reader">At the start of the object.</param>
    /// <param name="known">The discriminator that led to this class: it identifies no further one.</param>
    public abstract TModel Make(in WireReader reader, string known);

    /// <summary>The same, for an object of Kiota's.</summary>
    public abstract TModel Make(IParseNode node, string known);
}

/// <summary>The same with the type of the class, whose fields are not asked for before a model is made: they may still be in the making.</summary>
internal sealed class DerivedModel<TModel, TDerived> : DerivedModel<TModel>
    where TModel : class
    where TDerived : class, TModel, IWireModel<TDerived>, new()
{
    public override TModel Make(in WireReader reader, string known) => HasOwn(known) ? TDerived.Fields.MakeModel(reader) : new TDerived();

    public override TModel Make(IParseNode node, string known) => HasOwn(known) ? TDerived.Fields.MakeModel(node) : new TDerived();

    private static bool HasOwn(string known) => TDerived.Fields.DerivedModels is { } below && below.Discriminator != known;
}
