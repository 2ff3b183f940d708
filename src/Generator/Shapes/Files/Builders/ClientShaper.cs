using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Clients;
using Kiln.Generator.Shapes.Facade;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Says how a client is made.</summary>
internal static class ClientShaper
{
    public static ClientShape Client(AccessPlan access, FacadePlan? facade, ApiModel api, NameResolver names)
    {
        names.Use("System");
        return new(
            api.Title,
            api.ServerUrl,
            names.Write(access.Options),
            names.Write(RuntimeTypes.ClientOptions),
            names.Write(RuntimeTypes.ServiceRequestAdapter),
            access.Credentials is null ? "" : names.Write(RuntimeTypes.Credential),
            access.Credentials is { } credentials ? names.Write(credentials) : null,
            access.Servers is { } servers ? names.Write(servers) : null,
            Security(access, api, names),
            OperationServers.All(api).ToEquatableArray())
        {
            Facade = facade is null ? null : (facade.Member, names.Write(facade.Name)),
        };
    }

    // Operations of a document that requires nothing as a whole need nothing, unless none of them says anything.
    private static string? Security(AccessPlan access, ApiModel api, NameResolver names) => api.Security switch
    {
        { IsNone: false } requirement => $"{names.Write(access.Security!)}.{access.FieldOf(requirement)}",
        null when access.Requirements.Count == 0 => null,
        _ => names.Write(RuntimeTypes.SecurityRequirement) + ".None",
    };
}
