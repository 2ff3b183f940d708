using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;

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
        var scope = new NameScope(ReservedNames.ObjectMembers, ReservedNames.EnumMembers, [plan.Name.Name]);
        var members = plan.Schema.Values
            .Select(v => new EnumMemberShape(scope.Take(EnumTypes.NameOf(v)), EnumTypes.Write(v, type.UnderlyingType), v.Wire, v.Description))
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
