using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Unions;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The files of unions.</summary>
internal sealed class UnionShaper(NameCatalog catalog, string rootNamespace)
{
    public UnionShape Union(UnionPlan plan)
    {
        var names = new NameResolver(catalog, plan.Name.Namespace);
        names.Use("System");
        names.Use("System.Text.Json");
        names.Use("Kiln.Runtime.Wire");

        var types = new TypeWriter(names);
        var members = new NameScope(ReservedNames.ObjectMembers, ReservedNames.UnionMembers, [plan.Name.Name]);
        var arguments = new NameScope(["unknown"]);
        var words = UnionCaseWords.Of(plan);
        var rule = new UnionRuleShaper(plan.Places).Rule(plan.Rule);
        var cases = plan.Cases
            .Select((type, place) =>
            {
                var name = words[place];
                return new UnionCaseShape(
                    members.Take("As" + name), arguments.Take(Identifiers.Camel(name)), types.Write(type), type.IsValueType, types.Wire(type), UnionRuleShaper.LeadsTo(rule, place))
                {
                    Identity = plan.Identities[place].Items.Select(i => new IdentityShape(i.WireName, i.Value)).ToEquatableArray(),
                };
            })
            .ToEquatableArray();

        var doc = new DocShape(plan.Description, null, plan.Deprecation);
        return new(HintNames.Of(plan.Name, rootNamespace), plan.Name.Namespace, names.Usings.ToEquatableArray(), plan.Name.Name, doc, cases, rule) { UsesDeprecated = names.UsesDeprecated };
    }
}
