using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Unions;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Types.Models;

/// <summary>
/// Decides which fields of an object are written before all others: the discriminators of its hierarchy and of the unions that it is a case of, which some
/// services (those of System.Text.Json) refuse in any other place.
/// </summary>
internal sealed class LeadingFields
{
    // What System.Text.Json and Newtonsoft.Json call a discriminator, and look for in the first place only.
    private const string TypeMetadata = "$type";

    private readonly Dictionary<TypeName, List<string>> ofUnions = [];

    public LeadingFields(IReadOnlyList<ModelPlan> models, IReadOnlyList<UnionPlan> unions)
    {
        var modelsByName = models.ToDictionary(m => m.Name);
        var unionsByName = unions.ToDictionary(u => u.Name);
        foreach (var union in unions.Where(u => u.Discriminator is not null).OrderBy(u => u.Name.ToString(), StringComparer.Ordinal))
            Add(union, union.Discriminator!, [], modelsByName, unionsByName);
    }

    /// <summary>The names of a class's leading fields, in the order in which they are written.</summary>
    public IReadOnlyList<string> Of(ModelPlan model)
    {
        var names = model.Discriminators.Items.ToList();
        if (ofUnions.TryGetValue(model.Name, out var others))
            names.AddRange(others);
        if (model.Fields.Any(f => f.Property.WireName == TypeMetadata))
            names.Add(TypeMetadata);
        return [.. names.Distinct()];
    }

    // A case may be a union again, and its objects may be of derived classes.
    private void Add(UnionPlan union, string discriminator, HashSet<TypeName> visited, Dictionary<TypeName, ModelPlan> models, Dictionary<TypeName, UnionPlan> unions)
    {
        if (!visited.Add(union.Name))
            return;
        foreach (var type in union.Cases)
        {
            if (type is UnionType { Name: var inner } && unions.TryGetValue(inner, out var nested))
                Add(nested, discriminator, visited, models, unions);
            else if (type is ModelType { Name: var name } && models.TryGetValue(name, out var model))
                Add(model, discriminator);
        }
    }

    private void Add(ModelPlan model, string discriminator)
    {
        foreach (var name in model.Derived.Select(d => d.Name).Prepend(model.Name))
        {
            if (!ofUnions.TryGetValue(name, out var names))
                ofUnions.Add(name, names = []);
            names.Add(discriminator);
        }
    }
}
