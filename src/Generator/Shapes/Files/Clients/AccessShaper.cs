using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Clients;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The files of the types by which a client is made.</summary>
internal sealed class AccessShaper(NameCatalog catalog, string rootNamespace, AccessPlan plan, TypeName client)
{
    private const string Requests = "Kiln.Runtime.Requests";

    public IEnumerable<FileShape> Files()
    {
        yield return Options();
        if (plan is { Credentials: { } credentials, Security: { } security })
        {
            yield return Credentials(credentials, security);
            yield return Security(security);
        }
        if (plan.Servers is { } servers)
            yield return Servers(servers);
        if (plan.Services is { } services)
            yield return ServicesShaper.Services(services, plan, client, catalog, rootNamespace);
    }

    private ClientOptionsShape Options()
    {
        var names = NamesOf(plan.Options);
        var type = names.Write(RuntimeTypes.ClientOptions);
        return new(HintNames.Of(plan.Options, rootNamespace), plan.Options.Namespace, [], plan.Options.Name, new(null), names.Write(client), type) { Usings = names.Usings.ToEquatableArray() };
    }

    private CredentialsShape Credentials(TypeName name, TypeName security)
    {
        var names = NamesOf(name);
        names.Use("Kiln.Runtime.Authentication");
        foreach (var used in plan.Schemes.SelectMany(s => s.Factories).SelectMany(f => UsedBy(f.Kind)))
            names.Use(used);
        var scope = names.Write(security);
        var factories = plan.Schemes.SelectMany(s => Factories(s, scope)).ToEquatableArray();
        return new(HintNames.Of(name, rootNamespace), name.Namespace, [], name.Name, new(null), names.Write(client), names.Write(RuntimeTypes.Credential), factories)
        {
            Usings = names.Usings.ToEquatableArray(),
        };
    }

    private static string[] UsedBy(CredentialKind kind) => kind switch
    {
        CredentialKind.ApiKeyCallback or CredentialKind.TokenCallback => ["System", "System.Threading", "System.Threading.Tasks"],
        CredentialKind.ClientCredentials or CredentialKind.RefreshToken => ["System.Collections.Generic"],
        CredentialKind.Certificate => ["System.Security.Cryptography.X509Certificates"],
        // The others only stand beside these.
        _ => [],
    };

    // What the document says stands at the first method of each name, and the scopes at the first that asks for a token.
    private static IEnumerable<FactoryShape> Factories(SchemePlan plan, string security)
    {
        var scheme = plan.Scheme;
        var place = scheme switch
        {
            ApiKeySecurityScheme { In: "header" } key => $"the header {DocComment.Code(key.ParameterName)}",
            ApiKeySecurityScheme { In: "query" } key => $"the query parameter {DocComment.Code(key.ParameterName)}",
            ApiKeySecurityScheme key => $"the cookie {DocComment.Code(key.ParameterName)}",
            _ => null,
        };
        var asking = plan.Factories.FirstOrDefault(f => f.Kind is CredentialKind.ClientCredentials or CredentialKind.AuthorizationCode or CredentialKind.DeviceCode or CredentialKind.RefreshToken);
        foreach (var factory in plan.Factories)
        {
            var description = factory == plan.Factories.First(f => f.Name == factory.Name) ? scheme.Description : null;
            var scopes = factory == asking && scheme is OAuth2SecurityScheme { Scopes: { Count: > 0 } all } ? ScopesText(all) : null;
            var remarks = string.Join("\n\n", new[] { description, scopes }.OfType<string>());
            yield return new(factory.Name, factory.Kind, $"{security}.{plan.Field}", SecurityShaper.TypeOf(scheme), place, new(null, remarks.Length > 0 ? remarks : null, scheme.Deprecation));
        }
    }

    private static string ScopesText(EquatableArray<SecurityScope> scopes) =>
        "Scopes:\n\n" + string.Join("\n", scopes.Select(s => $"- {DocComment.Code(s.Name)}{(s.Description is { } text ? ": " + text.Replace('\n', ' ') : "")}"));

    private SecurityShape Security(TypeName name)
    {
        var names = NamesOf(name);
        names.Use("Kiln.Runtime.Authentication");
        return new(
            HintNames.Of(name, rootNamespace), name.Namespace, [], name.Name, new(null),
            plan.Schemes.Select(SecurityShaper.Scheme).ToEquatableArray(),
            plan.Requirements.Select(r => SecurityShaper.Requirement(r, plan)).ToEquatableArray())
        {
            Usings = names.Usings.ToEquatableArray(),
        };
    }

    private ServersShape Servers(TypeName name)
    {
        var names = NamesOf(name);
        names.Use("System");
        if (plan.ServerPlans.Any(s => s.Server.IsRelative || s.Arguments.Count > 0))
            names.Use(Requests);
        var servers = plan.ServerPlans.Select(s => new ServerShape(
            s.Method,
            s.Server.Template,
            s.Server.IsRelative,
            s.Arguments.Select(a => new ServerArgumentShape(a.Name, a.Variable.Name, a.Enum is { } type ? names.Write(type) : null, a.DefaultMember ?? a.Variable.Default, a.Variable.Description)).ToEquatableArray(),
            new(s.Server.Description)));
        return new(HintNames.Of(name, rootNamespace), name.Namespace, [], name.Name, new(null), servers.ToEquatableArray()) { Usings = names.Usings.ToEquatableArray() };
    }

    private NameResolver NamesOf(TypeName type) => new(catalog, type.Namespace);
}
