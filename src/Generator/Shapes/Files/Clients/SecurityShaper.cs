using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Clients;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Makes the shapes of security schemes and requirements.</summary>
internal static class SecurityShaper
{
    /// <summary>The runtime's class of a scheme.</summary>
    public static string TypeOf(SecurityScheme scheme) => scheme switch
    {
        ApiKeySecurityScheme => "ApiKeyScheme",
        HttpSecurityScheme => "HttpScheme",
        OAuth2SecurityScheme => "OAuth2Scheme",
        OpenIdConnectSecurityScheme => "OpenIdConnectScheme",
        _ => "MutualTlsScheme",
    };

    public static SchemeShape Scheme(SchemePlan plan) => new(plan.Field, TypeOf(plan.Scheme), Arguments(plan.Scheme).Prepend(new(plan.Scheme.Name)).ToEquatableArray());

    public static RequirementShape Requirement(RequirementPlan plan, AccessPlan access)
    {
        var fields = access.Schemes.ToDictionary(s => s.Scheme.Name, s => s.Field, StringComparer.Ordinal);
        return new(
            plan.Field,
            plan.Requirement.Alternatives.Select(a => a.Schemes.Select(s => new RequiredSchemeShape(fields[s.Name], s.Scopes)).ToEquatableArray()).ToEquatableArray());
    }

    private static IEnumerable<SchemeArgumentShape> Arguments(SecurityScheme scheme)
    {
        switch (scheme)
        {
            case ApiKeySecurityScheme key:
                yield return new(key.In switch { "header" => "Header", "query" => "Query", _ => "Cookie" }, null, SchemeArgumentType.Location);
                yield return new(key.ParameterName);
                if (key.TokenPrefix is { } prefix)
                    yield return new(prefix);
                break;
            case HttpSecurityScheme http:
                yield return new(http.Scheme);
                if (http.TokenPrefix is { } own)
                    yield return new(own);
                break;
            case OAuth2SecurityScheme oauth:
                foreach (var (url, name) in new[] { (oauth.TokenUrl, "tokenUrl"), (oauth.AuthorizationUrl, "authorizationUrl"), (oauth.DeviceAuthorizationUrl, "deviceAuthorizationUrl"), (oauth.RefreshUrl, "refreshUrl") })
                {
                    if (url is not null)
                        yield return new(url, name, SchemeArgumentType.Url);
                }
                break;
            case OpenIdConnectSecurityScheme connect:
                yield return new(connect.DiscoveryUrl, null, SchemeArgumentType.Url);
                break;
        }
    }
}
