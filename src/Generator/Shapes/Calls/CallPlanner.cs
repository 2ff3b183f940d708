using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>Gives the operations of a path their C# types and names.</summary>
internal sealed class CallPlanner(NameCatalog catalog, TypePlanner types, ErrorPlanner errors)
{
    /// <summary>Plans one operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="namespace">The namespace of its builder.</param>
    /// <param name="subject">The builder's name without its ending: <c>Events</c>.</param>
    /// <param name="members">The builder's members.</param>
    /// <param name="pathValues">The parameters of the builder's path.</param>
    public CallPlan Plan(Operation operation, string @namespace, string subject, NameScope members, IReadOnlyList<PathValue> pathValues)
    {
        var name = TakeMethods(members, Identifiers.Pascal(operation.Method.ToLowerInvariant(), operation.NameOverride));
        var typePrefix = name == "Get" ? subject : subject + name;

        var parameters = PlanParameters(operation, subject, pathValues);
        var query = parameters.Count > 0 ? catalog.AddType(@namespace, typePrefix + "Query", "Query") : null;

        var success = operation.Success;
        var headerFields = PlanHeaders(success, typePrefix);
        var headers = headerFields.Count > 0 ? catalog.AddType(@namespace, typePrefix + "Headers", "Headers") : null;

        return new(
            operation,
            name,
            pathValues,
            parameters,
            query,
            PlanBody(operation.Body, typePrefix),
            PlanResponse(operation, typePrefix),
            headers,
            headerFields,
            errors.Plan(operation, typePrefix));
    }

    // A builder that has a property named like one of the methods would not compile.
    private static string TakeMethods(NameScope members, string verb)
    {
        var name = verb;
        for (var i = 2; !members.TakeAll(MembersOf(name)); i++)
            name = verb + i;
        return name;
    }

    // The methods and the static fields of an operation.
    private static string[] MembersOf(string name) =>
        [$"{name}Async", $"{name}WithResponseAsync", $"{name}StreamAsync", $"{name}AllAsync", $"To{name}RequestInformation", $"{name}Response", $"{name}Errors", $"{name}Paging"];

    private List<ParameterPlan> PlanParameters(Operation operation, string subject, IReadOnlyList<PathValue> pathValues)
    {
        var properties = new NameScope(ReservedNames.ObjectMembers);
        var arguments = new NameScope(ReservedNames.Locals);

        // An argument called like a field of the builder would hide it, and go into the path in its place.
        foreach (var value in pathValues)
            arguments.Take(value.Name);

        return operation.Parameters
            .Where(p => p.In is ParameterLocation.Query or ParameterLocation.Header)
            .Select(p => new ParameterPlan(
                p,
                properties.Take(Identifiers.Pascal(p.WireName, p.NameOverride)),
                arguments.Take(Identifiers.Camel(p.WireName, p.NameOverride)),
                ParameterTypes.Of(types.Plan(p.Schema, subject + Identifiers.Pascal(p.WireName)))))
            .ToList();
    }

    private List<HeaderPlan> PlanHeaders(Response? response, string prefix)
    {
        if (response is null)
            return [];

        var properties = new NameScope(ReservedNames.ObjectMembers, ["All"]);
        return response.Headers
            .Select(h => new HeaderPlan(
                h,
                properties.Take(Identifiers.Pascal(h.WireName)),
                ParameterTypes.Single(types.Plan(h.Schema, prefix + Identifiers.Pascal(h.WireName)))))
            .ToList();
    }

    private BodyPlan? PlanBody(RequestBody? body, string prefix)
    {
        if (body is null || MediaTypes.Choose(body.Contents) is not { } content)
            return null;

        var kind = MediaTypes.KindOf(content.MediaType);
        var type = kind == BodyKind.Json ? types.Plan(content.Schema ?? new AnySchema(), prefix + "Request") : null;
        return new(kind, content.MediaType, type, body.IsRequired, content.IsNullable);
    }

    private ResponsePlan PlanResponse(Operation operation, string prefix)
    {
        if (operation.SuccessContent is not { } content)
            return new(BodyKind.None, "", null) { EmptyStatuses = NotModified(operation), IsUnknown = operation.HasUnknownBody };

        var kind = MediaTypes.KindOf(content.MediaType);
        var type = kind == BodyKind.Json ? types.Plan(content.Schema ?? new AnySchema(), prefix + "Response") : null;
        // A page is what its items are taken from.
        return new(kind, content.MediaType, type, content.IsNullable && operation.Paging is null)
        {
            EmptyStatuses = operation.EmptyResponses.Any() ? EmptyStatuses(operation) : null,
            IsUnknown = operation.HasUnknownBody,
        };
    }

    // Without a body to read, only what would be an error is of interest.
    private static EquatableArray<int>? NotModified(Operation operation) => EmptyStatuses(operation).Where(s => s >= 300).ToEquatableArray() is { Count: > 0 } statuses ? statuses : null;

    // What is declared for a range is not known to be empty until it has come.
    private static EquatableArray<int> EmptyStatuses(Operation operation) => operation.EmptyResponses
        .Select(r => int.TryParse(r.Status, out var status) ? status : 0)
        .Where(status => status is not (0 or 204 or 205))
        .ToEquatableArray();
}
