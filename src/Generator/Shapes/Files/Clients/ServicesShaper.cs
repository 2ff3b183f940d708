using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Clients;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Says how a client is added to the services of an application.</summary>
internal static class ServicesShaper
{
    public static ServicesShape Services(TypeName name, AccessPlan plan, TypeName client, NameCatalog catalog, string rootNamespace)
    {
        var names = new NameResolver(catalog, name.Namespace);
        names.Use("System");
        if (plan.Schemes.Count > 0 || Servers(plan).Any())
            names.Use("System.Collections.Generic");
        var types = new ServicesTypes(
            names.Write(plan.Options),
            names.Write(RuntimeTypes.ClientRegistration),
            names.Write(RuntimeTypes.ServiceCollection),
            names.Write(RuntimeTypes.HttpClientBuilder),
            names.Write(RuntimeTypes.Configuration),
            plan.Schemes.Count > 0 ? names.Write(RuntimeTypes.SecurityScheme) : "");
        // A scheme is called in the configuration as it is in C#.
        var schemes = plan.Schemes.Select(s => new NamedExpression(s.Factories[0].Name, $"{names.Write(plan.Security!)}.{s.Field}")).ToEquatableArray();
        var servers = Servers(plan).Select(s => new NamedExpression(s.Method, $"{names.Write(plan.Servers!)}.{s.Method}()")).ToEquatableArray();
        // A certificate is no text.
        var keys = plan.Schemes.Where(s => s.Factories[0].Kind != CredentialKind.Certificate).Select(s => s.Factories[0].Name).ToEquatableArray();
        return new(HintNames.Of(name, rootNamespace), name.Namespace, [], name.Name, new(null), names.Write(client), types, schemes, servers, keys) { Usings = names.Usings.ToEquatableArray() };
    }

    // A relative URL needs an address, and a variable without a default its value.
    private static IEnumerable<ServerPlan> Servers(AccessPlan plan) => plan.ServerPlans.Where(s => !s.Server.IsRelative && s.Arguments.All(a => a.Variable.Default is not null));
}
