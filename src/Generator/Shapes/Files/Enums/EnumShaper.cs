using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The files of enums.</summary>
internal static class EnumShaper
{
    public static EnumShape Enum(EnumPlan plan, NameCatalog catalog, string rootNamespace)
    {
        var names = new NameResolver(catalog, plan.Name.Namespace);
        names.Use("System.Collections.Generic");
        names.Use("Kiln.Runtime.Wire");

        var type = EnumTypes.Of(plan.Name, plan.Schema);
        var values = plan.Schema.Values.Items;
        var members = plan.MemberNames()
            .Select((name, i) => new EnumMemberShape(name, EnumTypes.Write(values[i], type.UnderlyingType), values[i].Wire, values[i].Description))
            .ToEquatableArray();
        var doc = new DocShape(plan.Description, null, plan.Deprecation);
        return new(
            HintNames.Of(plan.Name, rootNamespace),
            plan.Name.Namespace,
            names.Usings.ToEquatableArray(),
            plan.Name.Name,
            doc,
            type.UnderlyingType.CSharp,
            type.IsText ? null : $"WireType.{type.UnderlyingType.Wire}",
            members);
    }
}
