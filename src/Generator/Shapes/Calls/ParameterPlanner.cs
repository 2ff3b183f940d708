using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>Gives the parameters of an operation that are not in its path their C# types and names.</summary>
internal sealed class ParameterPlanner(NameCatalog catalog, TypePlanner types)
{
    /// <summary>Plans the parameters of one operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="namespace">The namespace of its builder.</param>
    /// <param name="operationName">What its types are named after.</param>
    /// <param name="pathValues">The parameters of the builder's path.</param>
    public ParametersPlan Plan(Operation operation, string @namespace, OperationName operationName, IReadOnlyList<PathValue> pathValues)
    {
        var sent = operation.Parameters.Where(p => p.In != ParameterLocation.Path).ToList();
        // The classes first: no property may be called like the class that it is in.
        var query = sent.Exists(IsQueryProperty) ? ClassOf("Query", operation.QueryNameOverride) : null;
        var headers = sent.Exists(IsHeaderProperty) ? ClassOf("HeaderParameters", operation.HeaderParametersNameOverride) : null;

        var names = new string[sent.Count];
        Name(p => p.IsRequired, w => w.In(Identifiers.Camel), new NameScope(ReservedNames.Locals, [.. pathValues.Select(v => v.Name), .. operation.Answers.Raw.Count > 0 ? ["mediaType"] : Array.Empty<string>()]));
        Name(IsQueryProperty, w => w, new NameScope(ReservedNames.ObjectMembers, ReservedNames.QueryMembers, [query?.Name ?? ""]));
        Name(IsHeaderProperty, w => w, new NameScope(ReservedNames.ObjectMembers, ReservedNames.QueryMembers, [headers?.Name ?? ""]));
        return new([.. sent.Select((p, i) => new ParameterPlan(p, names[i], TypeOf(p, operationName.Parameters)))], query, headers);

        TypeName ClassOf(string ending, string? nameOverride)
        {
            var chosen = Identifiers.Chosen(nameOverride);
            return catalog.AddType(@namespace, chosen ?? ContextualNames.With(operationName.Classes, ending), ending, chosen is not null);
        }

        void Name(Func<Parameter, bool> isOne, Func<WantedName, WantedName> inForm, NameScope scope)
        {
            var group = sent.Where(isOne).ToList();
            var taken = group.Exists(p => p.IsRequired) ? pathValues.Select(v => v.Name).ToList() : [];
            var given = NameGroup.TakeEach(scope, [.. group.Select(p => inForm(Wanted(p, group, taken)))]);
            for (var i = 0; i < group.Count; i++)
                names[sent.IndexOf(group[i])] = given[i];
        }
    }

    private CSharpType TypeOf(Parameter parameter, string prefix) =>
        ParameterTypes.Of(types.Plan(parameter.Schema, ContextualNames.Member(prefix, Identifiers.Pascal(parameter.WireName))), parameter);

    // One word may be a parameter of the path, of the query, a header and a cookie at once: id, idQuery, idHeader and idCookie.
    private static WantedName Wanted(Parameter parameter, IReadOnlyList<Parameter> group, IReadOnlyList<string> taken)
    {
        var isShared = taken.Contains(Identifiers.Camel(Identifiers.Pascal(parameter.WireName)))
            || group.Any(p => p.In < parameter.In && Identifiers.Pascal(p.WireName) == Identifiers.Pascal(parameter.WireName));
        return parameter.NameOverride is null && isShared
            ? WantedName.Of($"{parameter.WireName}-{(parameter.In == ParameterLocation.QueryString ? ParameterLocation.Query : parameter.In)}")
            : WantedName.Of(parameter.WireName, parameter.NameOverride);
    }

    private static bool IsQueryProperty(Parameter parameter) => !parameter.IsRequired && parameter.In is ParameterLocation.Query or ParameterLocation.QueryString;

    private static bool IsHeaderProperty(Parameter parameter) => !parameter.IsRequired && parameter.In is ParameterLocation.Header or ParameterLocation.Cookie;
}
