using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls.Responses;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Makes the files of results, and that of the constants of media types.</summary>
internal static class ResultShaper
{
    public static ResultShape Result(ResultPlan plan, NameCatalog catalog, string rootNamespace)
    {
        var names = new NameResolver(catalog, plan.Name.Namespace);
        foreach (var used in new[] { "System", "Kiln.Runtime.Responses" })
            names.Use(used);
        var responses = new ResponseShaper(names, new TypeWriter(names));
        var parameters = new NameScope(ReservedNames.ResultLocals);
        var cases = plan.Cases
            .Select(c => new ResultCaseShape(
                c.Property,
                parameters.Take(Identifiers.Camel(c.Property)),
                responses.TypeOf(c.Kind, c.Type, isNullable: false),
                responses.TypeOf(c.Kind, c.Type, c.IsNullable),
                responses.Content(c.Kind, c.Type, c.IsNullable)!,
                c.Statuses.Select(NumberOf).ToEquatableArray()))
            .ToEquatableArray();
        return new(HintNames.Of(plan.Name, rootNamespace), plan.Name.Namespace, names.Usings.ToEquatableArray(), plan.Name.Name, new DocShape(null), plan.Operation, cases, plan.EmptyStatuses.Select(NumberOf).ToEquatableArray())
        {
            UsesDeprecated = names.UsesDeprecated,
        };
    }

    public static MediaTypesShape MediaTypes(MediaTypesPlan plan, string rootNamespace) => new(
        HintNames.Of(plan.Name, rootNamespace),
        plan.Name.Namespace,
        [],
        plan.Name.Name,
        new DocShape(null),
        plan.Constants.Select(c => new MediaTypeShape(c.Name, c.MediaType)).ToEquatableArray());

    private static int NumberOf(string status) => int.TryParse(status, out var number) ? number : 0;
}
