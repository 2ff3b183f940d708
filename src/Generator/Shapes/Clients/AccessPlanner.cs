using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Clients;

/// <summary>Names the types beside a client by which it is made.</summary>
internal static class AccessPlanner
{
    /// <summary>Names the types, before any other but the client: they are what a person writes first.</summary>
    /// <param name="api">The API.</param>
    /// <param name="catalog">The names of the SDK.</param>
    /// <param name="client">The client.</param>
    /// <param name="subject">What the types are named after: the client's name without its ending.</param>
    /// <param name="hasServices">Whether there is a class that adds the client to the services of an application.</param>
    public static AccessPlan PlanTypes(ApiModel api, NameCatalog catalog, TypeName client, string subject, bool hasServices)
    {
        var plan = PlanTypes(api, catalog, client, subject);
        return hasServices ? plan with { Services = catalog.AddType(client.Namespace, client.Name + "Services", "Type") } : plan;
    }

    private static AccessPlan PlanTypes(ApiModel api, NameCatalog catalog, TypeName client, string subject)
    {
        var options = catalog.AddType(client.Namespace, client.Name + "Options", "Type");
        if (api.SecuritySchemes.Count == 0)
            return new(options, null, null, Servers());

        var credentials = catalog.AddType(client.Namespace, subject + "Credential", "Type");
        var security = catalog.AddType(client.Namespace, subject + "Security", "Type");
        var fields = new NameScope(ReservedNames.ObjectMembers, ReservedNames.SecurityMembers, [security.Name]);
        var schemes = SecurityNames.OfSchemes([.. api.SecuritySchemes], credentials, fields);
        var requirements = api.Operations.Select(o => o.Security).Prepend(api.Security).OfType<SecurityRequirement>().Where(r => !r.IsNone).Distinct();
        return new(options, credentials, security, Servers()) { Schemes = schemes, Requirements = SecurityNames.OfRequirements(requirements, schemes, fields) };

        TypeName? Servers() => ServerPlanner.Collect(api).Count > 0 ? catalog.AddType(client.Namespace, subject + "Server", "Type") : null;
    }

    /// <summary>Names the servers, after all types of the document, which their enums give way to.</summary>
    public static AccessPlan PlanServers(AccessPlan plan, ApiModel api, NameCatalog catalog, string rootNamespace)
    {
        if (plan.Servers is null)
            return plan;
        var planner = new ServerPlanner(catalog, rootNamespace);
        return plan with { ServerPlans = planner.Plan(ServerPlanner.Collect(api), plan.Servers), Enums = planner.Enums };
    }
}
