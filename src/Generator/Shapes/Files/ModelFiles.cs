using Kiln.Generator.Api;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The files of models, enums and exceptions.</summary>
internal sealed class ModelFiles(NameCatalog catalog, string rootNamespace, IReadOnlyList<ModelPlan> models)
{
    private readonly RequiredCycles cycles = new(models);

    public ModelShape Model(ModelPlan plan)
    {
        var names = new NameResolver(catalog, plan.Name.Namespace);
        foreach (var used in new[] { "System", "System.Collections.Generic", "Kiln.Runtime.Wire", "Microsoft.Kiota.Abstractions.Serialization" })
            names.Use(used);

        var types = new TypeWriter(names);
        var shaper = new FieldShaper(types, field => cycles.IsEndless(plan, field));
        var scope = Scope(plan);
        var fields = Members(plan, scope).Select(m => shaper.Field(m.Name, m.Plan)).ToEquatableArray();
        var extras = plan.Extras is { } extra ? shaper.Extras(scope.Take("AdditionalProperties"), extra) : null;
        var doc = new DocShape(plan.Description ?? $"{plan.Name.Name}, as the service sends it.", null, plan.Deprecation);
        return new(HintNames.Of(plan.Name, rootNamespace), plan.Name.Namespace, names.Usings.ToEquatableArray(), plan.Name.Name, doc, fields, extras)
        {
            UsesDeprecated = names.UsesDeprecated || fields.Any(f => f.Doc.Deprecation is not null),
        };
    }

    public EnumShape Enum(EnumPlan plan)
    {
        var names = new NameResolver(catalog, plan.Name.Namespace);
        names.Use("System.Collections.Generic");
        names.Use("Kiln.Runtime.Wire");

        var scope = new NameScope(ReservedNames.ObjectMembers, ReservedNames.EnumMembers, [plan.Name.Name]);
        var members = plan.Schema.Values
            .Select(v => new EnumMemberShape(scope.Take(Identifiers.Pascal(v.Name ?? v.Wire)), v.Wire, v.Description))
            .ToEquatableArray();
        var doc = new DocShape(plan.Description ?? $"{plan.Name.Name}, one of some texts.", null, plan.Deprecation);
        return new(HintNames.Of(plan.Name, rootNamespace), plan.Name.Namespace, names.Usings.ToEquatableArray(), plan.Name.Name, doc, members);
    }

    public ErrorShape Error(TypeName exception, TypeName model)
    {
        var names = new NameResolver(catalog, exception.Namespace);
        names.Use("Kiln.Runtime.Responses");
        names.Use("Kiln.Runtime.Wire");

        var doc = new DocShape($"An error answer, with its body as {model.Name}.");
        return new(HintNames.Of(exception, rootNamespace), exception.Namespace, names.Usings.ToEquatableArray(), exception.Name, doc, names.Write(model))
        {
            UsesDeprecated = names.UsesDeprecated,
        };
    }

    /// <summary>A model's fields with the names of their properties.</summary>
    public static IEnumerable<(string Name, FieldPlan Plan)> Members(ModelPlan plan) => Members(plan, Scope(plan));

    private static List<(string Name, FieldPlan Plan)> Members(ModelPlan plan, NameScope scope) =>
        plan.Fields.Select(f => (scope.Take(Identifiers.Pascal(f.Property.WireName)), f)).ToList();

    private static NameScope Scope(ModelPlan plan) => new(ReservedNames.ObjectMembers, ReservedNames.ModelMembers, [plan.Name.Name]);
}
