namespace Kiln.Generator.Changes.Comparison;

/// <summary>What can differ between two documents: the keywords of OpenAPI and JSON Schema in the spelling of the ids of rules, and what is no keyword.</summary>
internal static class Aspects
{
    // Of schemas.
    public const string Property = "property";
    public const string EnumValue = "enum-value";
    public const string Type = "type";

    // Of schemas, parameters and operations alike.
    public const string Deprecated = "deprecated";
    public const string Sunset = "sunset";
    public const string Stability = "stability";
    public const string Required = "required";
    public const string Title = "title";
    public const string Description = "description";

    // Of all else.
    public const string Summary = "summary";
    public const string InfoTitle = "info-title";
    public const string InfoVersion = "info-version";
    public const string InfoMajorVersion = "info-major-version";
    public const string Operation = "operation";
    public const string OperationId = "operation-id";
    public const string Tag = "tag";
    public const string Parameter = "parameter";
    public const string ParameterLocation = "parameter-location";
    public const string ParameterStyle = "parameter-style";
    public const string AllowReserved = "allow-reserved";
    public const string AllowEmptyValue = "allow-empty-value";
    public const string RequestBody = "request-body";
    public const string RequestBodyRequired = "request-body-required";
    public const string MediaType = "media-type";
    public const string MediaTypeSchema = "media-type-schema";
    public const string ItemSchema = "item-schema";
    public const string Encoding = "encoding";
    public const string Response = "response";
    public const string ResponseHeader = "response-header";
    public const string Link = "link";
    public const string Callback = "callback";
    public const string Webhook = "webhook";
    public const string Security = "security";
    public const string SecurityScope = "security-scope";
    public const string GlobalSecurity = "global-security";
    public const string GlobalSecurityScope = "global-security-scope";
    public const string SecurityComponent = "security-component";
    public const string SecurityComponentType = "security-component-type";
    public const string ApiKeyParameter = "api-key-parameter";
    public const string HttpScheme = "http-scheme";
    public const string OpenIdUrl = "open-id-url";
    public const string OAuthFlow = "oauth-flow";
    public const string OAuthScope = "oauth-scope";
    public const string OAuthUrl = "oauth-url";
    public const string TokenUrl = "token-url";
    public const string RefreshUrl = "refresh-url";
    public const string DeviceAuthorizationUrl = "device-authorization-url";
    public const string Server = "server";
    public const string DefaultServer = "default-server";
    public const string ServerVariable = "server-variable";
    public const string ServerVariableDefault = "server-variable-default";
    public const string ServerVariableValue = "server-variable-value";
    public const string Paging = "paging";
    public const string Streaming = "streaming";
    public const string RateLimit = "rate-limit";
    public const string IdempotencyHeader = "idempotency-header";
    public const string SchemaComponent = "schema-component";
}
