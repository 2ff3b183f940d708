using System.Diagnostics.CodeAnalysis;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

/// <summary>The classes derived from a model, and the property that identifies the class of an object.</summary>
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

    /// <summary>A new model of the class of the object whose start the reader is at; of the base if it is none of the derived.</summary>
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
