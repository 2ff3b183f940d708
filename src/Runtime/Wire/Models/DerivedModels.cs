using System.Diagnostics.CodeAnalysis;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>The classes derived from a model, and the field that tells which of them an object is.</summary>
internal sealed class DerivedModels<TModel>(string discriminator)
    where TModel : class, new()
{
    private readonly List<(string Value, UnionRule Then)> values = [];
    private readonly List<Func<TModel>> makers = [];
    private UnionRule? rule;

    public void Add(string[] told, Func<TModel> make)
    {
        values.AddRange(told.Select(t => (t, (UnionRule)makers.Count)));
        makers.Add(make);
    }

    /// <summary>A new model of the class of the object that the reader stands at the start of; of the base if it is none of the derived.</summary>
    public TModel Make(in WireReader reader) => Make((rule ??= UnionRule.ByProperty(discriminator, null, [.. values])).Decide(reader));

    /// <summary>The same, for an object of Kiota's.</summary>
    public TModel Make(IParseNode node)
    {
        var child = node.GetChildNode(discriminator);
        var told = child is null ? null : child.GetStringValue() ?? (StringType.TryReadText(child, out var text) ? text : null);
        return Make(told is null ? -1 : values.Find(v => v.Value == told).Then?.Decide(default) ?? -1);
    }

    private TModel Make(int place) => place < 0 ? new() : makers[place]();
}

public sealed partial class WireFields<TModel>
{
    internal DerivedModels<TModel>? DerivedModels { get; private set; }

    /// <summary>Says which field tells the class of an object; the classes follow by <see cref="Derived{TDerived}"/>.</summary>
    public WireFields<TModel> Discriminator(string name)
    {
        DerivedModels = new(name);
        return this;
    }

    /// <summary>Adds a class that an object is of if the discriminator has one of some values.</summary>
    /// <param name="values">Texts; of a number or boolean, its JSON.</param>
    public WireFields<TModel> Derived<TDerived>(params string[] values)
        where TDerived : class, TModel, IWireModel<TDerived>, new()
    {
        (DerivedModels ?? throw new InvalidOperationException("The discriminator comes before the derived classes.")).Add(values, static () => new TDerived());
        return this;
    }

    /// <summary>A new model for Kiota to fill, of the class that the discriminator tells.</summary>
    public TModel CreateModel(IParseNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return DerivedModels?.Make(node) ?? new();
    }
}
