using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Paths;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Links;

/// <summary>Names the methods that follow links, and finds the builders that they lead to.</summary>
internal sealed class LinkPlanner(TypePlanner types, OperationNames operationNames)
{
    // A link is mostly called like the property that it is taken from.
    private const string Verb = "Follow";

    private static readonly CSharpType Text = new PrimitiveType(Primitives.String);

    private readonly Dictionary<OperationKey, (IReadOnlyList<ChildPlan> Way, CallPlan Call)> targets = [];

    /// <summary>Plans the class; <see langword="null"/> if the document has no links.</summary>
    /// <param name="client">The client with the builders below it.</param>
    /// <param name="name">The name of the class.</param>
    public LinksPlan? Plan(BuilderPlan client, TypeName? name)
    {
        if (name is null)
            return null;
        AddTargets(client, []);

        var scopes = new Dictionary<string, NameScope>(StringComparer.Ordinal);
        var links = new List<LinkPlan>();
        foreach (var (_, source) in targets.Values.OrderBy(t => t.Call.Operation.Path, StringComparer.Ordinal).ThenBy(t => t.Call.Operation.Method, StringComparer.Ordinal))
        {
            foreach (var link in source.Operation.Links)
            {
                if (Plan(link, source) is { } plan && !links.Exists(l => IsSame(l, plan)))
                    links.Add(plan with { Name = TakeName(plan, scopes) });
            }
        }
        return links.Count == 0 ? null : new(name, links);
    }

    private void AddTargets(BuilderPlan builder, IReadOnlyList<ChildPlan> way)
    {
        foreach (var call in builder.Calls.Where(c => !c.IsAlternative))
        {
            var key = new OperationKey(call.Operation.Path, call.Operation.Method);
            if (!targets.ContainsKey(key))
                targets.Add(key, (way, call));
        }
        foreach (var child in builder.Children)
            AddTargets(child.Builder, [.. way, child]);
    }

    // None for a target that the SDK does not have.
    private LinkPlan? Plan(Link link, CallPlan source)
    {
        if (!targets.TryGetValue(link.Target, out var target))
            return null;
        // Its class has a name since the operation was planned.
        var whole = link.Content switch
        {
            null => null,
            { Kind: BodyKind.Text } => Text,
            var json => types.Plan(json.Schema ?? new AnySchema(), operationNames[source.Operation].Models),
        };
        var type = link.IsOfItem ? ((ListType)whole!).Items : whole;
        return new(link, "", source, type, source.Response.IsNullable || source.Response.EmptyStatuses is not null, target.Way, target.Call);
    }

    // Several operations answer with one model, mostly with the same links.
    private static bool IsSame(LinkPlan one, LinkPlan other) =>
        one.Body == other.Body && one.IsNullable == other.IsNullable && WithoutPlace(one.Link) == WithoutPlace(other.Link);

    private static Link WithoutPlace(Link link) => link with { Description = null, IsOfItem = false, Content = null };

    private string TakeName(LinkPlan plan, Dictionary<string, NameScope> scopes)
    {
        var receiver = $"{plan.Link.IsOfResponse} {plan.Body}";
        if (!scopes.TryGetValue(receiver, out var scope))
            scopes.Add(receiver, scope = new(ReservedNames.ObjectMembers));
        var word = Identifiers.Pascal(plan.Link.Name, plan.Link.NameOverride);
        return scope.Take(Verb + (scope.IsTaken(Verb + word) ? ContextualNames.With(operationNames[plan.Source.Operation].Models, word) : word), "Link", plan.Link.NameOverride is not null);
    }
}
