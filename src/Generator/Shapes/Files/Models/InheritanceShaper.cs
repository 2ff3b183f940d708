using System.Globalization;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Text;

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
            fields.Items.Take(inherited).Any(f => f.Storage is TrackedStorage),
            plan.Base?.Extras is not null,
            Initial(plan, fields),
            plan.Discriminator,
            plan.Derived
                .Where(d => d.Values.Count > 0)
                .Select(d => new DerivedShape(names.Write(d.Name), d.Values))
                .ToEquatableArray());
    }

    // Only a field that must be there: one that may be missing would appear in JSON that did not have it.
    private static InitialShape? Initial(ModelPlan plan, EquatableArray<FieldShape> fields)
    {
        var place = plan.Fields.ToList().FindIndex(f => f.Property.WireName == plan.Discriminator);
        if (plan.DiscriminatorValue is not { } value || place < 0 || plan.Fields[place].Presence != FieldPresence.Required)
            return null;

        var literal = plan.Fields[place].Type switch
        {
            PrimitiveType { Primitive.Wire: "String" } => CSharpText.Literal(value),
            EnumType { IsText: true } => $"new({CSharpText.Literal(value)})",
            EnumType { UnderlyingType: var underlying } when IsInteger(value, underlying) => $"new({value})",
            PrimitiveType { Primitive: var primitive } when IsInteger(value, primitive) => value,
            PrimitiveType { Primitive.CSharp: "bool" } when value is "true" or "false" => value,
            _ => null,
        };
        return literal is null ? null : new(fields[place].Name, literal);
    }

    // As C# writes it too: a sign or zeros in front would be another text.
    private static bool IsInteger(string value, Primitive type) => type.CSharp switch
    {
        "int" => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == value,
        "long" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == value,
        _ => false,
    };
}
