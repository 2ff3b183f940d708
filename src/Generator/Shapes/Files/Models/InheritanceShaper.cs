using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Models;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Plans the inheritance of one model's file.</summary>
internal static class InheritanceShaper
{
    public static InheritanceShape? Of(ModelPlan plan, EquatableArray<FieldShape> fields, NameResolver names)
    {
        if (plan.Discriminator is null || plan.Base is null && plan.Derived.Count == 0)
            return null;

        var inherited = plan.Base?.Fields.Count ?? 0;
        return new(
            plan.Base is { } above ? names.Write(above.Name) : null,
            inherited,
            plan.Base is null ? 0 : Groups(plan.Base),
            plan.Base?.Extras is not null,
            fields.Take(inherited).Any(f => f.IsRequiredMember),
            Initial(plan, fields),
            plan.Discriminator,
            plan.Derived
                .Where(d => d.Values.Count > 0)
                .Select(d => new DerivedShape(names.Write(d.Name), d.Values))
                .ToEquatableArray(),
            plan.DefaultDerived is null ? null : names.Write(plan.DefaultDerived));
    }

    private static int Groups(ModelPlan plan) =>
        FieldGroups.Count(plan.Fields.Count - (plan.Base?.Fields.Count ?? 0)) + (plan.Base is { } above ? Groups(above) : 0);

    // What a field cannot hold is left out: then no object has it.
    private static EquatableArray<InitialShape> Initial(ModelPlan plan, EquatableArray<FieldShape> fields)
    {
        var initial = new List<InitialShape>();
        foreach (var (name, value) in plan.Identity)
        {
            var place = plan.Fields.ToList().FindIndex(f => f.Property.WireName == name);
            if (place >= 0 && ConstantExpression.Of(value, plan.Fields[place].Type) is { } literal)
                initial.Add(new(fields[place].Name, literal));
        }
        return initial.ToEquatableArray();
    }
}
