using Kiln.Generator.Specs.Grammar;
using static Kiln.Generator.Specs.Grammar.OpenApiObjectKind;

namespace Kiln.Generator.Tests.Coverage;

/// <summary>The keys of each kind of object in OpenAPI 2.0, 3.0, 3.1 and 3.2, and of schemas in JSON Schema 2020-12, as the specifications list them.</summary>
internal static class OpenApiKeys
{
    public static (OpenApiObjectKind Kind, string Keys)[] All { get; } =
    [
        (Document, "swagger host basePath schemes consumes produces definitions parameters responses securityDefinitions"),
        (Document, "openapi $self info jsonSchemaDialect servers paths webhooks components security tags externalDocs"),
        (Info, "title summary description termsOfService contact license version"),
        (Contact, "name url email"),
        (License, "name identifier url"),
        (Server, "url description name variables"),
        (ServerVariable, "enum default description"),
        (OpenApiObjectKind.Components, "schemas responses parameters examples requestBodies headers securitySchemes links callbacks pathItems mediaTypes"),
        (PathItem, "$ref summary description get put post delete options head patch trace query additionalOperations servers parameters"),
        (Operation, "tags summary description externalDocs operationId consumes produces parameters requestBody responses callbacks schemes deprecated security servers"),
        (ExternalDocs, "description url"),
        (Parameter, "name in description required deprecated allowEmptyValue style explode allowReserved schema example examples content"),
        (Parameter, "type format items collectionFormat default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems enum multipleOf"),
        (RequestBody, "description content required $ref"),
        (MediaType, "schema itemSchema example examples encoding prefixEncoding itemEncoding"),
        (Encoding, "contentType headers encoding prefixEncoding itemEncoding style explode allowReserved"),
        (Response, "summary description headers content links schema examples $ref"),
        (Example, "summary description dataValue serializedValue externalValue value $ref"),
        (Link, "operationRef operationId parameters requestBody description server $ref"),
        (Header, "description required deprecated example examples style explode schema content $ref"),
        (Header, "type format items collectionFormat default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems enum multipleOf"),
        (Tag, "name summary description externalDocs parent kind"),
        (Discriminator, "propertyName mapping defaultMapping"),
        (Xml, "nodeType name namespace prefix attribute wrapped"),
        (SecurityScheme, "type description name in scheme bearerFormat flows openIdConnectUrl oauth2MetadataUrl deprecated flow authorizationUrl tokenUrl scopes $ref"),
        (OAuthFlows, "implicit password clientCredentials authorizationCode deviceAuthorization"),
        (OAuthFlow, "authorizationUrl deviceAuthorizationUrl tokenUrl refreshUrl scopes"),
        (Schema, "discriminator xml externalDocs example nullable readOnly writeOnly"),
        (Schema, "$schema $vocabulary $id $anchor $dynamicAnchor $ref $dynamicRef $defs $comment allOf anyOf oneOf not if then else dependentSchemas prefixItems items contains"),
        (Schema, "properties patternProperties additionalProperties propertyNames unevaluatedItems unevaluatedProperties type enum const multipleOf maximum exclusiveMaximum minimum"),
        (Schema, "exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired"),
        (Schema, "format contentEncoding contentMediaType contentSchema title description default deprecated examples"),
    ];
}
