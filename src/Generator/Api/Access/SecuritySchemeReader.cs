using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Access;

/// <summary>Reads the security schemes of a document.</summary>
internal sealed class SecuritySchemeReader(DocumentNodes document, NameOverrides nameOverrides, List<DiagnosticInfo> diagnostics)
{
    /// <summary>The extension by which a token has other words before it than its scheme says.</summary>
    public const string TokenPrefix = "x-kiln-token-prefix";

    // Of several flows the one comes first whose endpoints most clients use.
    private static readonly string[] Flows = ["clientCredentials", "authorizationCode", "deviceAuthorization", "password", "implicit"];

    /// <summary>The schemes by their names; one that is not complete is left out, with a diagnostic.</summary>
    public IReadOnlyDictionary<string, SecurityScheme> Read()
    {
        var schemes = new Dictionary<string, SecurityScheme>(StringComparer.Ordinal);
        foreach (var (name, node) in document.Root.Child("components")?.Entries("securitySchemes") ?? [])
        {
            var target = document.Follow(node);
            if (name.Length > 0 && Read(name, target) is { } scheme)
                schemes[name] = scheme with { NameOverride = nameOverrides.Read(target.Node), Pointer = target.Pointer };
        }
        return schemes;
    }

    private SecurityScheme? Read(string name, PointedNode node)
    {
        var description = DocText.Of(node["description"].AsText());
        var deprecation = Deprecation.Of(node["deprecated"] is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" }, node.Node, description);
        switch (node["type"].AsText())
        {
            case "apiKey" when node["in"].AsText() is not ("header" or "query" or "cookie"):
                return Report(name, node, "'in' is not header, query or cookie", "in");
            case "apiKey" when node["name"].AsText() is not { Length: > 0 }:
                return Report(name, node, "'name' is missing", "name");
            case "apiKey" when node["in"].AsText() == "header" && !node["name"].AsText()!.All(IsTokenCharacter):
                return Report(name, node, "'name' is not the name of a header", "name");
            case "apiKey":
                return new ApiKeySecurityScheme(name, description, deprecation, node["in"].AsText()!, node["name"].AsText()!, node[TokenPrefix].AsText());
            case "http" or "basic" when SchemeOf(node) is not { Length: > 0 } scheme || !scheme.All(IsTokenCharacter):
                return Report(name, node, "'scheme' is not the name of an HTTP authentication scheme", "scheme");
            case "http" or "basic":
                return new HttpSecurityScheme(name, description, deprecation, SchemeOf(node)!, node[TokenPrefix].AsText());
            case "oauth2":
                return ReadOAuth2(name, description, deprecation, node);
            case "openIdConnect" when Absolute(node["openIdConnectUrl"].AsText()) is not { } url:
                return Report(name, node, "'openIdConnectUrl' is not an absolute http or https URL", "openIdConnectUrl");
            case "openIdConnect":
                return new OpenIdConnectSecurityScheme(name, description, deprecation, Absolute(node["openIdConnectUrl"].AsText())!);
            case "mutualTLS":
                return new MutualTlsSecurityScheme(name, description, deprecation);
            default:
                // Reported where the document is normalized.
                return null;
        }
    }

    private OAuth2SecurityScheme ReadOAuth2(string name, string? description, string? deprecation, PointedNode node)
    {
        var flows = Flows.Select(f => (Name: f, Node: (node["flows"] as SpecMap)?[f] as SpecMap)).Where(f => f.Node is not null).ToList();
        var scopes = flows.SelectMany(f => (f.Node!["scopes"] as SpecMap)?.Entries ?? [])
            .GroupBy(s => s.Key, StringComparer.Ordinal)
            .Select(g => new SecurityScope(g.Key, DocText.Of(g.First().Value.AsText())));
        return new(name, description, deprecation, flows.Select(f => f.Name).ToEquatableArray(), scopes.ToEquatableArray())
        {
            TokenUrl = First("tokenUrl"),
            AuthorizationUrl = First("authorizationUrl"),
            DeviceAuthorizationUrl = First("deviceAuthorizationUrl"),
            RefreshUrl = First("refreshUrl"),
        };

        string? First(string key) => flows.Select(f => ReadUrl(name, f.Node!, key)).ToList().Find(u => u is not null);
    }

    private string? ReadUrl(string name, SpecMap flow, string key)
    {
        if (flow[key].AsText() is not { Length: > 0 } text)
            return null;
        if (Absolute(text) is { } url)
            return url;
        diagnostics.Add(new(AccessRules.IncompleteSecurityScheme, flow[key]!.Location, name, $"'{key}' is not an absolute http or https URL, so it is ignored; pass the URL in the OAuth2Options of the credential"));
        return null;
    }

    private static string? SchemeOf(PointedNode node) => node["type"].AsText() == "basic" ? "basic" : node["scheme"].AsText();

    private static string? Absolute(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0 ? url : null;

    // RFC 9110, section 5.6.2.
    private static bool IsTokenCharacter(char c) => c is >= '0' and <= '9' or >= 'a' and <= 'z' or >= 'A' and <= 'Z' || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0;

    private SecurityScheme? Report(string name, PointedNode node, string what, string key)
    {
        diagnostics.Add(new(AccessRules.IncompleteSecurityScheme, node.LocationOf(key), name, what + ", so the scheme is ignored"));
        return null;
    }
}
