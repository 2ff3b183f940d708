using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules.Model;

namespace Kiln.Generator.Changes.Rules.Tables;

/// <summary>Servers, credentials and the schemes by which they are sent.</summary>
internal static class AccessRules
{
    private const FindingSeverity Breaking = FindingSeverity.Breaking;
    private const FindingSeverity Warning = FindingSeverity.Warning;
    private const FindingSeverity Info = FindingSeverity.Info;

    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        .. Requirements(Aspects.GlobalSecurity, "global-security", "of all operations"),
        .. Requirements(Aspects.Security, "security", "of the operation"),
        .. Scopes(Aspects.GlobalSecurityScope, "global-security-scope"),
        .. Scopes(Aspects.SecurityScope, "security-scope"),

        new("security-scheme-added", Aspects.SecurityComponent, ChangeAction.Added, "The security scheme '{new}' was added", "Operations can require it.") { Always = Info, Aliases = ["api-security-component-added"] },
        new("security-scheme-renamed", Aspects.SecurityComponent, ChangeAction.Renamed, "The security scheme '{old}' became '{new}'", "Its name is not sent.") { Always = Info },
        new("security-scheme-removed", Aspects.SecurityComponent, ChangeAction.Removed, "The security scheme '{old}' was removed", "Operations cannot require it.")
        {
            Always = Info,
            Aliases = ["api-security-component-removed"],
        },
        new("security-scheme-changed", Aspects.SecurityComponentType, ChangeAction.Changed, "The type of the security scheme changed from {old} to {new}", "Credentials are sent in another way.")
        {
            Always = Info,
            Aliases = ["api-security-component-type-changed"],
        },
        .. Changes("api-key-changed", Aspects.ApiKeyParameter, "parameter of the API key", "Credentials are sent in another place.", Breaking),
        .. Changes("token-prefix-changed", Aspects.TokenPrefix, "prefix of the token", "Tokens are sent after another word.", Breaking),
        .. Changes("http-scheme-changed", Aspects.HttpScheme, "HTTP authentication scheme", "Credentials are sent in another way.", Breaking),
        .. Changes("open-id-url-changed", Aspects.OpenIdUrl, "OpenID Connect URL", "Tokens come from another place.", Warning),
        .. Changes("oauth-url-changed", Aspects.OAuthUrl, "authorization URL", "Users sign in in another place.", Info, "api-security-component-oauth-url-changed"),
        .. Changes("oauth-token-url-changed", Aspects.TokenUrl, "token URL", "Tokens come from another place.", Info, "api-security-component-oauth-token-url-changed"),
        .. Changes("oauth-refresh-url-changed", Aspects.RefreshUrl, "refresh URL", "Tokens are renewed in another place.", Info),
        .. Changes("device-authorization-url-changed", Aspects.DeviceAuthorizationUrl, "device authorization URL", "Users sign in in another place.", Info),
        new("oauth-flow-added", Aspects.OAuthFlow, ChangeAction.Added, "The OAuth flow '{new}' was added", "Tokens can be requested in one more way.") { Always = Info },
        new("oauth-flow-removed", Aspects.OAuthFlow, ChangeAction.Removed, "The OAuth flow '{old}' was removed", "Clients that use it receive no tokens.") { Always = Breaking },
        new("oauth-scope-added", Aspects.OAuthScope, ChangeAction.Added, "The OAuth scope '{new}' was added", "Operations can require it.") { Always = Info, Aliases = ["api-security-component-oauth-scope-added"] },
        new("oauth-scope-changed", Aspects.OAuthScope, ChangeAction.Changed, "The description of the OAuth scope '{name}' changed", "What it permits may have changed.")
        {
            Always = Info,
            Aliases = ["api-security-component-oauth-scope-changed"],
        },
        new("oauth-scope-removed", Aspects.OAuthScope, ChangeAction.Removed, "The OAuth scope '{old}' was removed", "Clients cannot ask for it.")
        {
            Always = Info,
            Aliases = ["api-security-component-oauth-scope-removed"],
        },

        new("server-added", Aspects.Server, ChangeAction.Added, "The server {new} was added", "Clients can choose it.") { Always = Info },
        new("server-changed", Aspects.Server, ChangeAction.Changed, "The server {old} became {new}", "Clients send requests to the old one.") { Always = Warning },
        new("server-removed", Aspects.Server, ChangeAction.Removed, "The server {old} was removed", "Clients may send requests to it.") { Always = Warning },
        new("default-server-changed", Aspects.DefaultServer, ChangeAction.Changed, "The first server was {old}, and is {new}", "New clients send requests to another server.") { Always = Warning },
        new("server-variable-added", Aspects.ServerVariable, ChangeAction.Added, "The server variable '{new}' was added", "Clients can choose its value.") { Always = Info },
        new("server-variable-renamed", Aspects.ServerVariable, ChangeAction.Renamed, "The server variable '{old}' became '{new}'", "Its name is not sent.") { Always = Info },
        new("server-variable-removed", Aspects.ServerVariable, ChangeAction.Removed, "The server variable '{old}' was removed", "Clients can no longer choose its value.") { Always = Warning },
        .. Changes("server-variable-default-changed", Aspects.ServerVariableDefault, "default of the server variable", "New clients send requests to another server.", Warning),
        new("server-variable-value-added", Aspects.ServerVariableValue, ChangeAction.Added, "The value '{new}' of the server variable was added", "Clients can choose it.") { Always = Info },
        new("server-variable-value-removed", Aspects.ServerVariableValue, ChangeAction.Removed, "The value '{old}' of the server variable was removed", "Clients that chose it stop working.") { Always = Breaking },
    ];

    // Clients that send no credentials stop working only if all alternatives need some; oasdiff does not distinguish the two.
    private static IEnumerable<ChangeRule> Requirements(string aspect, string id, string owner) =>
    [
        new($"{id}-required", aspect, ChangeAction.Added, $"Credentials became required {owner}: {{new}}", "Requests without credentials are rejected.")
        {
            Always = Breaking,
            When = [Traits.AuthenticationRequired],
            Aliases = [$"api-{id}-added"],
        },
        new($"{id}-required", aspect, ChangeAction.Removed, $"Credentials became required {owner}", "Requests without credentials are rejected.")
        {
            Always = Breaking,
            When = [Traits.AuthenticationRequired],
            Aliases = [$"api-{id}-removed"],
        },
        new($"{id}-added", aspect, ChangeAction.Added, $"The security requirement {{new}} {owner} was added", "It is one more way to authenticate.") { Always = Info, Aliases = [$"api-{id}-added"] },
        new($"{id}-removed", aspect, ChangeAction.Removed, $"The security requirement {{old}} {owner} was removed", "Clients that use it may be rejected.") { Always = Info, Aliases = [$"api-{id}-removed"] },
    ];

    private static IEnumerable<ChangeRule> Scopes(string aspect, string id) =>
    [
        new($"{id}-added", aspect, ChangeAction.Added, "The scope '{new}' became required", "Tokens without the scope may be rejected.") { Always = Info, Aliases = [$"api-{id}-added"] },
        new($"{id}-removed", aspect, ChangeAction.Removed, "The scope '{old}' is no longer required", "Tokens without the scope are accepted.") { Always = Info, Aliases = [$"api-{id}-removed"] },
    ];

    private static IEnumerable<ChangeRule> Changes(string id, string aspect, string name, string meaning, FindingSeverity severity, params string[] aliases) =>
    [
        new(id, aspect, ChangeAction.Changed, $"The {name} changed from {{old}} to {{new}}", meaning) { Always = severity, Aliases = [.. aliases] },
        new(id, aspect, ChangeAction.Added, $"The {name} {{new}} was added", meaning) { Always = severity, Aliases = [.. aliases] },
        new(id, aspect, ChangeAction.Removed, $"The {name} {{old}} was removed", meaning) { Always = severity, Aliases = [.. aliases] },
    ];
}
