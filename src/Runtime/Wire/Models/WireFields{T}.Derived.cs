using Microsoft.Kiota.Abstractions.Serialization;

namespace Kiln.Runtime.Wire;

public sealed partial class WireFields<TModel>
{
    internal DerivedModels<TModel>? DerivedModels { get; private set; }

    /// <summary>Sets the property that identifies the class of an object; the classes follow by <see cref="Derived{TDerived}"/>.</summary>
    public WireFields<TModel> Discriminator(string name)
    {
        DerivedModels = new(name);
        return this;
    }

    /// <summary>Adds a class that an object is of if the discriminator has one of some values, or one that the discriminator of that class identifies.</summary>
    /// <param name="values">Texts; of a number or boolean, its JSON.</param>
    public WireFields<TModel> Derived<TDerived>(params string[] values)
        where TDerived : class, TModel, IWireModel<TDerived>, new()
    {
        Models.Add(values, new DerivedModel<TModel, TDerived>());
        return this;
    }

    /// <summary>Adds the class that an object is of if the discriminator has none of the values, or is missing.</summary>
    public WireFields<TModel> DefaultDerived<TDerived>()
        where TDerived : class, TModel, IWireModel<TDerived>, new()
    {
        Models.AddDefault(new DerivedModel<TModel, TDerived>());
        return this;
    }

    /// <summary>A new model for Kiota to fill, of the class that the discriminator tells.</summary>
    public TModel CreateModel(IParseNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var model = MakeModel(node);
        (model as IWireModel)?.InstanceFields.Unidentify(model);
        return model;
    }

    /// <summary>A new model of the class of the object whose start the reader is at.</summary>
    internal TModel MakeModel(in WireReader reader) => DerivedModels?.Make(reader) ?? new();

    /// <summary>The same, for an object of Kiota's.</summary>
    internal TModel MakeModel(IParseNode node) => DerivedModels?.Make(node) ?? new();

    private DerivedModels<TModel> Models => DerivedModels ?? throw new InvalidOperationException("The discriminator comes before the derived classes.");
}
