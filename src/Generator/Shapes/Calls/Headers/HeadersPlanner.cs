using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Values;
using Kiln.Generator.Shapes.Types.Sharing;

namespace Kiln.Generator.Shapes.Calls.Headers;

/// <summary>Gives the headers of responses their classes: one for each set of headers, however many operations have it.</summary>
internal sealed class HeadersPlanner
{
    private const string Ending = "Headers";

    private readonly NameCatalog catalog;
    private readonly TypePlanner types;
    private readonly string @namespace;
    private readonly HeaderSets sets;
    private readonly List<HeadersPlan> plans = [];
    private readonly Dictionary<EquatableArray<Header>, HeadersPlan> received = [];

    /// <summary>Names the classes that are not of one operation.</summary>
    /// <param name="api">The document.</param>
    /// <param name="catalog">All names.</param>
    /// <param name="types">The types of the headers.</param>
    /// <param name="namespace">Where the classes are. All are in one place, so that a class stays there when a second operation answers with the same headers.</param>
    /// <param name="owners">The owners of the document.</param>
    /// <param name="shareTypes">Whether equal headers of different responses are one class.</param>
    public HeadersPlanner(ApiModel api, NameCatalog catalog, TypePlanner types, string @namespace, Owners owners, bool shareTypes)
    {
        this.catalog = catalog;
        this.types = types;
        this.@namespace = @namespace;
        sets = new(api, owners, shareTypes);
        foreach (var (set, names) in HeaderSetNames.Of(sets.Shared).OrderBy(s => s.Set.Chosen is null))
            set.Plan = Plan(set.Headers, set.Chosen, names.FirstOrDefault(n => catalog.IsFree(@namespace, n)) ?? names[0], null, operation: null);
    }

    /// <summary>The classes so far.</summary>
    public IReadOnlyList<HeadersPlan> Plans => plans;

    /// <summary>The class of an operation's success; <see langword="null"/> if the document names no headers.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="name">What the types of the operation are named after.</param>
    public HeadersPlan? Plan(Operation operation, OperationName name) => operation.Success is { } success ? Plan(operation, success, name.Models) : null;

    /// <summary>The class of a response's headers; <see langword="null"/> if the document names none.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="response">The response: its success, or one of its errors.</param>
    /// <param name="name">What the types of the response are named after.</param>
    public HeadersPlan? Plan(Operation operation, Response response, string name)
    {
        if (response.Headers.Count == 0)
            return null;
        // Of an operation's own headers, the first response that has them gives the name.
        var set = sets.Of(response);
        return set.Plan ??= Plan(response.Headers.Items, Identifiers.Chosen(response.HeadersNameOverride), ContextualNames.With(name, Ending), name, $"{operation.Method} {operation.Path}");
    }

    /// <summary>The class of the headers of a webhook, which is one for all webhooks that have the same.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="owner">What the class is named after.</param>
    public HeadersPlan PlanReceived(EquatableArray<Header> headers, string owner)
    {
        if (!received.TryGetValue(headers, out var plan))
            received.Add(headers, plan = Plan(headers.Items, null, ContextualNames.With(owner, Ending), owner, operation: null, isReceived: true));
        return plan;
    }

    private HeadersPlan Plan(IReadOnlyList<Header> headers, string? chosen, string wanted, string? owner, string? operation, bool isReceived = false)
    {
        var name = catalog.AddType(@namespace, chosen ?? wanted, "Headers", chosen is not null);
        var properties = NameGroup.TakeEach(new NameScope(ReservedNames.ObjectMembers, ReservedNames.HeadersMembers, [name.Name]), [.. headers.Select(h => WantedName.Of(h.WireName, h.NameOverride))]);
        owner ??= name.Name.EndsWith(Ending, StringComparison.Ordinal) ? name.Name.Substring(0, name.Name.Length - Ending.Length) : name.Name;
        var fields = headers.Select((h, i) => new HeaderPlan(h, properties[i], ParameterTypes.Of(types.Plan(h.Schema, ContextualNames.Member(owner, Identifiers.Pascal(h.WireName))), h))).ToList();
        var plan = new HeadersPlan(name, fields, operation) { IsReceived = isReceived };
        plans.Add(plan);
        return plan;
    }
}
