using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Unions;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Types.Models;

/// <summary>
/// Decides which properties are C# <c>required</c> members: in models that requests have, what the document requires and only the caller knows. It is not what has
/// a value from the start, what a class or union sets itself, or what requests leave out.
/// </summary>
/// <remarks>A deprecated property is none either: who sets it is warned, and who does not must still compile.</remarks>
internal sealed class RequiredMembers
{
    private readonly Dictionary<TypeName, ModelPlan> models;
    private readonly Dictionary<TypeName, UnionPlan> unions;
    private readonly ModelUses uses;
    private readonly RequiredCycles cycles;

    // By the class that declares the property.
    private readonly HashSet<(TypeName Model, string WireName)> identifying = [];

    public RequiredMembers(IReadOnlyList<ModelPlan> models, IReadOnlyList<UnionPlan> unions, ModelUses uses, RequiredCycles cycles)
    {
        this.models = models.ToDictionary(m => m.Name);
        this.unions = unions.ToDictionary(u => u.Name);
        this.uses = uses;
        this.cycles = cycles;
        foreach (var model in models)
        {
            foreach (var name in model.Discriminators.Items.Concat(model.Identity.Items.Select(i => i.WireName)))
                AddIdentifying(model, name);
        }
        foreach (var union in unions)
        {
            for (var i = 0; i < union.Cases.Count; i++)
                AddIdentifying(union.Cases[i], [.. union.Identities[i].Items.Select(v => v.WireName)], []);
        }
    }

    /// <summary>Whether a caller has to set the property in a new object.</summary>
    public bool Contains(ModelPlan model, FieldPlan field) =>
        field.Property is { IsRequired: true, Deprecation: null, Access: not PropertyAccess.ReadOnly }
        && uses.IsSentWhole(model.Name)
        && !DefaultExpression.HasOne(field.Property, field.Type)
        && field.Constant is null
        && !identifying.Contains((Declaring(model, field.Property.WireName).Name, field.Property.WireName))
        && !cycles.IsEndless(model, field);

    /// <summary>Whether a model has such properties, be they those of its base.</summary>
    public bool HasAny(TypeName model) => models[model] is var plan && plan.Fields.Any(f => Contains(plan, f));

    // What a union sets in a case, it sets in the case of a union within it, and in an object of a derived class.
    private void AddIdentifying(CSharpType type, IReadOnlyList<string> names, HashSet<TypeName> visited)
    {
        if (names.Count == 0)
            return;
        if (type is UnionType { Name: var name } && visited.Add(name) && unions.TryGetValue(name, out var union))
        {
            foreach (var inner in union.Cases)
                AddIdentifying(inner, names, visited);
        }
        if (type is not ModelType { Name: var model })
            return;
        foreach (var below in models[model].Derived.Select(d => d.Name).Prepend(model))
        {
            foreach (var wireName in names)
                AddIdentifying(models[below], wireName);
        }
    }

    private void AddIdentifying(ModelPlan model, string wireName) => identifying.Add((Declaring(model, wireName).Name, wireName));

    // Where a property is declared decides for all classes below.
    private static ModelPlan Declaring(ModelPlan model, string wireName)
    {
        while (model.Base is { } above && above.Fields.Any(f => f.Property.WireName == wireName))
            model = above;
        return model;
    }
}
