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
    /// <param name="names">The names of its methods.</param>
    /// <param name="pathValues">The parameters of the builder's path.</param>
    public CallPlan Plan(Operation operation, string @namespace, string subject, CallNames names, IReadOnlyList<PathValue> pathValues)
    {
        var name = names.Name;
        var typePrefix = name == "Get" ? subject : subject + name;

        // The classes first: no property may be called like the class that it is in.
        var sent = operation.Parameters.Where(p => p.In is ParameterLocation.Query or ParameterLocation.Header).ToList();
        var query = sent.Count > 0 ? catalog.AddType(@namespace, typePrefix + "Query", "Query") : null;
        var parameters = query is null ? [] : PlanParameters(sent, query, subject, pathValues);

        var success = operation.Success;
        var headers = success?.Headers.Count > 0 ? catalog.AddType(@namespace, typePrefix + "Headers", "Headers") : null;
        var headerFields = headers is null ? [] : PlanHeaders(success!.Headers.Items, headers, typePrefix);

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
            errors.Plan(operation, typePrefix),
            names.CountMethod);
    }

    private List<ParameterPlan> PlanParameters(IReadOnlyList<Parameter> parameters, TypeName query, string subject, IReadOnlyList<PathValue> pathValues)
    {
        // An argument called like a field of the builder would hide it, and go into the path in its place.
        var wanted = parameters.Select(p => Wanted(p, parameters)).ToList();
        var properties = NameGroup.TakeEach(new NameScope(ReservedNames.ObjectMembers, [query.Name]), wanted);
        var arguments = NameGroup.TakeEach(new NameScope(ReservedNames.Locals, [.. pathValues.Select(v => v.Name)]), [.. wanted.Select(w => w.In(Identifiers.Camel))]);
        return parameters
            .Select((p, i) => new ParameterPlan(p, properties[i], arguments[i], ParameterTypes.Of(types.Plan(p.Schema, subject + Identifiers.Pascal(p.WireName)))))
            .ToList();
    }

    // A header may be called like a query parameter.
    private static WantedName Wanted(Parameter parameter, IReadOnlyList<Parameter> all) =>
        parameter is { In: ParameterLocation.Header, NameOverride: null } && all.Any(p => p.In == ParameterLocation.Query && p.WireName == parameter.WireName)
            ? WantedName.Of(parameter.WireName + "-Header")
            : WantedName.Of(parameter.WireName, parameter.NameOverride);

    private List<HeaderPlan> PlanHeaders(IReadOnlyList<Header> fields, TypeName headers, string prefix)
    {
        var properties = NameGroup.TakeEach(new NameScope(ReservedNames.ObjectMembers, ReservedNames.HeadersMembers, [headers.Name]), [.. fields.Select(h => WantedName.Of(h.WireName))]);
        return fields
            .Select((h, i) => new HeaderPlan(h, properties[i], ParameterTypes.Single(types.Plan(h.Schema, prefix + Identifiers.Pascal(h.WireName)))))
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
