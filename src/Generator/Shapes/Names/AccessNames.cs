using Kiln.Generator.Shapes.Clients;

namespace Kiln.Generator.Shapes.Names;

/// <summary>The names of the methods that make credentials and the URLs of servers.</summary>
internal static class AccessNames
{
    /// <summary>Those of the security schemes and of the document's own servers.</summary>
    public static IEnumerable<NameUse> Of(AccessPlan access) =>
    [
        .. access.Schemes.Where(s => s.Factories.Count > 0).Select(s => OfScheme(s, access.Credentials!.ToString())),
        .. access.ServerPlans.Select(s => OfServer(s, access.Servers!.ToString())),
    ];

    // The names of a scheme's further methods follow from that of the first.
    private static NameUse OfScheme(SchemePlan plan, string owner)
    {
        var pointer = plan.Scheme.Pointer;
        var name = plan.Factories[0].Name;
        return new(NameKind.Credential, owner, name, pointer, plan.Scheme.Name)
        {
            IsFixed = FixedNames.IsMember(plan.Scheme.Name, name),
            Places = pointer is null ? [] : [new(pointer, NameExtension.Own)],
        };
    }

    // Even a server with one word as its description could get another name: by a title.
    private static NameUse OfServer(ServerPlan plan, string owner) => new(NameKind.Server, owner, plan.Method, plan.Server.Pointer, plan.Server.Template)
    {
        Places = plan.Server.Pointer is { } pointer ? [new(pointer, NameExtension.Own)] : [],
    };
}
