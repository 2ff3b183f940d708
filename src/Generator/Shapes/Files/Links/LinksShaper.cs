using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Links;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Models;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Makes the file of the class whose methods follow links.</summary>
internal static class LinksShaper
{
    private static readonly TypeName Response = new("Kiln.Runtime.Responses", "Response");
    private static readonly TypeName NoContent = new("Kiln.Runtime.Responses", "NoContent");

    public static LinksShape Links(LinksPlan plan, TypeName client, IReadOnlyList<ModelPlan> models, NameCatalog catalog, string rootNamespace)
    {
        var names = new NameResolver(catalog, plan.Name.Namespace);
        names.Use("System");
        var types = new TypeWriter(names);
        var values = new LinkValueShaper(names, types, models);
        return new(
            HintNames.Of(plan.Name, rootNamespace),
            plan.Name.Namespace,
            Usings: [],
            plan.Name.Name,
            new DocShape(null),
            names.Write(client),
            plan.Links.Select(l => Link(l, client, names, types, values)).ToEquatableArray())
        {
            Usings = names.Usings.ToEquatableArray(),
            UsesDeprecated = names.UsesDeprecated,
        };
    }

    private static LinkShape Link(LinkPlan plan, TypeName client, NameResolver names, TypeWriter types, LinkValueShaper values)
    {
        var link = plan.Link;
        var body = plan.Body is { } type ? types.Write(type, link.IsOfResponse && plan.IsNullable) : names.Write(NoContent);
        var scope = new NameScope(ReservedNames.Locals, ["response", "client"]);
        var arguments = new List<LinkArgumentShape>();
        var expression = "client";
        foreach (var child in plan.Way)
        {
            var given = string.Join(", ", child.NewValues.Select(Value));
            expression += (child.NewValues.Count, child.Member) switch
            {
                (0, var member) => $".{member}",
                (_, "") => $"[{given}]",
                var (_, member) => $".{member}({given})",
            };
        }
        return new(
            plan.Name,
            link.Name,
            link.Description,
            link.IsOfResponse ? $"{names.Write(Response)}<{body}, THeaders>" : body,
            link.IsOfResponse,
            names.Write(plan.Way.Count == 0 ? client : plan.Way[plan.Way.Count - 1].Builder.Name),
            $"{link.Target.Method} {link.Target.Path}",
            expression,
            arguments.ToEquatableArray());

        string Value(PathValue value)
        {
            var source = plan.SourceOf(value);
            if (source is not CallerSource caller)
                return values.Value(source, value.Type, plan);
            var name = scope.Take(Identifiers.Camel(Identifiers.Pascal(caller.Name)));
            arguments.Add(new(name, types.WriteInput(value.Type, isNullable: false), value.WireName, caller.Expression));
            return name;
        }
    }
}
