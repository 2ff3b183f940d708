using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Models;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The files of models, enums and exceptions.</summary>
internal sealed class ModelShaper(NameCatalog catalog, string rootNamespace, LeadingFields leading, RequiredCycles cycles, RequiredMembers required, ModelUses uses)
{
    public ModelShape Model(ModelPlan plan)
    {
        var names = new NameResolver(catalog, plan.Name.Namespace);
        foreach (var used in new[] { "Kiln.Runtime.Wire", "Microsoft.Kiota.Abstractions.Serialization" })
            names.Use(used);

        var types = new TypeWriter(names);
        var inherited = new TypeWriter(new NameResolver(catalog, plan.Name.Namespace));
        var shaper = new FieldShaper(plan.Base is null ? types : inherited, plan, cycles, required, uses.IsSent(plan.Name));
        var (members, extrasName) = Names(plan);
        var (shapes, extras) = Shape(plan, members, extrasName, shaper, types);
        var fields = FieldNames.Mark(shapes, plan.Base?.Fields.Count ?? 0).ToEquatableArray();
        var doc = new DocShape(plan.Description, null, plan.Deprecation);
        if (fields.Any(f => f.IsRequiredMember))
            names.Use("System.Diagnostics.CodeAnalysis");
        var inheritance = InheritanceShaper.Of(plan, fields, names);
        return new(HintNames.Of(plan.Name, rootNamespace), plan.Name.Namespace, names.Usings.ToEquatableArray(), plan.Name.Name, doc, fields, extras)
        {
            Inheritance = inheritance,
            Leading = leading.Of(plan).ToEquatableArray(),
            UsesDeprecated = names.UsesDeprecated || fields.Any(f => f.Doc.Deprecation is not null),
        };
    }

    /// <summary>A model's fields with the names of their properties, those of its base first.</summary>
    public static IReadOnlyList<(string Name, FieldPlan Plan)> Members(ModelPlan plan) => Names(plan).Fields;

    private static (List<(string Name, FieldPlan Plan)> Fields, string? Extras) Names(ModelPlan plan)
    {
        var (fields, extras) = plan.Base is { } above ? Names(above) : ([], null);
        var scope = new NameScope(ReservedNames.ObjectMembers, ReservedNames.ModelMembers, [plan.Name.Name]);
        foreach (var (name, _) in fields)
            scope.Hold(name);
        if (extras is not null)
            scope.Hold(extras);

        var own = plan.Fields.Skip(fields.Count).ToList();
        var names = NameGroup.TakeEach(scope, [.. own.Select(f => WantedName.Of(f.Property.WireName, f.Property.NameOverride))]);
        fields.AddRange(names.Zip(own, (name, field) => (name, field)));
        return (fields, extras ?? (plan.Extras is null ? null : scope.Take("AdditionalProperties")));
    }

    // Base first, so that what stands behind its properties is called in a derived class as it is in the base.
    private static (List<FieldShape> Fields, AdditionalPropertiesShape? Extras) Shape(
        ModelPlan plan, IReadOnlyList<(string Name, FieldPlan Plan)> members, string? extrasName, FieldShaper shaper, TypeWriter? own = null)
    {
        var (fields, extras) = plan.Base is { } above ? Shape(above, members, extrasName, shaper) : ([], null);
        shaper.Types = own ?? shaper.Types;
        foreach (var (name, field) in members.Skip(fields.Count).Take(plan.Fields.Count - fields.Count).ToList())
            fields.Add(shaper.Field(name, field));
        return (fields, extras ?? (plan.Extras is { } extra ? shaper.Extras(extrasName!, extra) : null));
    }
}
