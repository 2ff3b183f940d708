using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Facade;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The files of the class that has the methods of all operations.</summary>
internal sealed class FacadeShaper(FacadePlan plan, NameCatalog catalog, string rootNamespace, TypePlanner schemas)
{
    public IEnumerable<FacadeShape> Files() => plan.Parts.Where(p => p.Word.Length == 0 || p.Operations.Count > 0).Select(Part);

    private FacadeShape Part(FacadePart part)
    {
        var isFirst = part.Word.Length == 0;
        var names = new NameResolver(catalog, plan.Name.Namespace);
        if (isFirst)
            names.Use("Microsoft.Kiota.Abstractions");
        if (part.Operations.Count > 0)
        {
            foreach (var used in new[] { "System", "System.Threading", "System.Threading.Tasks", "Kiln.Runtime.Requests", "Kiln.Runtime.Responses" })
                names.Use(used);
        }
        var methods = new FacadeMethodShaper(names, new TypeWriter(names), schemas);
        return new(
            HintNames.Of(isFirst ? plan.Name : new($"{plan.Name.Namespace}.{plan.Name.Name}", part.Word), rootNamespace),
            plan.Name.Namespace,
            Usings: [],
            plan.Name.Name,
            new DocShape(null),
            isFirst,
            part.Operations.SelectMany(o => o.Calls.Select(c => methods.Operation(o, c))).ToEquatableArray())
        {
            Usings = names.Usings.ToEquatableArray(),
            UsesDeprecated = names.UsesDeprecated,
        };
    }
}
