using static Kiln.Generator.Specs.Grammar.SlotShape;
using static Kiln.Generator.Specs.Grammar.SpecKind;

namespace Kiln.Generator.Specs.Grammar;

/// <summary>
/// Which keys a node of an OpenAPI document (2.0 to 3.2) has and what they hold. All that walks a document asks this
/// table, and so an example that holds a <c>$ref</c>, or a property with that name, is never taken for a reference.
/// </summary>
internal static class SpecGrammar
{
    public static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private static readonly (string, Slot)[] Described = Keys((PlainText, "summary description"));

    private static readonly (string, Slot)[] SchemaKeys =
    [
        .. Keys((PlainText, "title description format pattern $schema id $ref contentEncoding contentMediaType x-deprecatedMessage")),
        .. Keys((Flag, "uniqueItems nullable readOnly writeOnly deprecated x-nullable x-deprecated x-abstract x-enumFlags x-readOnly x-writeOnly")),
        .. Keys((Number, "multipleOf maximum minimum")),
        .. Keys((FlagOrNumber, "exclusiveMaximum exclusiveMinimum")),
        .. Keys((Count, "maxLength minLength maxItems minItems maxProperties minProperties")),
        .. Keys((TextOrTexts, "type")),
        .. Keys((Texts, "required x-enumNames x-enum-names x-enum-varnames")),
        .. Keys((DataList, "enum x-enumDescriptions x-enum-descriptions")),
        .. Keys((One, Schema, "not if then else contains propertyNames contentSchema x-dictionaryKey")),
        .. Keys((OneOrFlag, Schema, "additionalProperties additionalItems unevaluatedProperties unevaluatedItems")),
        .. Keys((OneOrMany, Schema, "items")),
        .. Keys((Many, Schema, "allOf oneOf anyOf prefixItems")),
        .. Keys((Named, Schema, "properties patternProperties definitions $defs dependentSchemas")),
        .. Keys((OneOrText, Discriminator, "discriminator")),
        .. Keys((One, Xml, "xml")),
        .. Keys((One, ExternalDocs, "externalDocs")),
    ];

    // In OpenAPI 2.0 a parameter is its own schema.
    private static readonly (string, Slot)[] ParameterKeys =
    [
        .. SchemaKeys,
        .. Keys((PlainText, "name in style collectionFormat x-originalName")),
        .. Keys((Flag, "required deprecated allowEmptyValue allowReserved explode")),
        .. Keys((Count, "x-position")),
        .. Keys((One, Schema, "schema x-schema")),
        .. Keys((Named, MediaType, "content")),
        .. Keys((Named, Example, "examples")),
    ];

    private static readonly (SpecKind Kind, (string Key, Slot Slot)[] Keys)[] Rows =
    [
        (Document,
        [
            .. Keys((PlainText, "openapi swagger jsonSchemaDialect host basePath x-generator")),
            .. Keys((Texts, "schemes consumes produces")),
            .. Keys((One, Info, "info")),
            .. Keys((Many, Server, "servers")),
            .. Keys((Patterned, PathItem, "paths")),
            .. Keys((Named, PathItem, "webhooks")),
            .. Keys((One, SpecKind.Components, "components")),
            .. Keys((Many, SecurityRequirement, "security")),
            .. Keys((Many, Tag, "tags")),
            .. Keys((One, ExternalDocs, "externalDocs")),
            .. Keys((Named, Schema, "definitions")),
            .. Keys((Named, Parameter, "parameters")),
            .. Keys((Named, Response, "responses")),
            .. Keys((Named, SecurityScheme, "securityDefinitions")),
        ]),
        (Info, [.. Keys((PlainText, "title version summary description termsOfService")), .. Keys((One, Contact, "contact")), .. Keys((One, License, "license"))]),
        (Contact, Keys((PlainText, "name url email"))),
        (License, Keys((PlainText, "name url identifier"))),
        (ExternalDocs, Keys((PlainText, "description url"))),
        (Tag, [.. Described, .. Keys((PlainText, "name parent kind")), .. Keys((One, ExternalDocs, "externalDocs"))]),
        (Server, [.. Keys((PlainText, "url description name")), .. Keys((Named, ServerVariable, "variables"))]),
        (ServerVariable, [.. Keys((PlainText, "default description")), .. Keys((Texts, "enum"))]),
        (SecurityRequirement, []),
        (SpecKind.Components,
        [
            .. Keys((Named, Schema, "schemas")),
            .. Keys((Named, Response, "responses")),
            .. Keys((Named, Parameter, "parameters")),
            .. Keys((Named, Example, "examples")),
            .. Keys((Named, RequestBody, "requestBodies")),
            .. Keys((Named, Header, "headers")),
            .. Keys((Named, SecurityScheme, "securitySchemes")),
            .. Keys((Named, Link, "links")),
            .. Keys((Named, Callback, "callbacks")),
            .. Keys((Named, PathItem, "pathItems")),
            .. Keys((Named, MediaType, "mediaTypes")),
        ]),
        (PathItem,
        [
            .. Described,
            .. Keys((PlainText, "$ref")),
            .. Keys((One, Operation, string.Join(" ", Methods))),
            .. Keys((Many, Server, "servers")),
            .. Keys((Many, Parameter, "parameters")),
        ]),
        (Operation,
        [
            .. Described,
            .. Keys((PlainText, "operationId")),
            .. Keys((Flag, "deprecated")),
            .. Keys((Texts, "tags schemes consumes produces")),
            .. Keys((One, ExternalDocs, "externalDocs")),
            .. Keys((Many, Parameter, "parameters")),
            .. Keys((One, RequestBody, "requestBody")),
            .. Keys((Patterned, Response, "responses")),
            .. Keys((Named, Callback, "callbacks")),
            .. Keys((Many, SecurityRequirement, "security")),
            .. Keys((Many, Server, "servers")),
        ]),
        (Parameter, ParameterKeys),
        (Header, ParameterKeys),
        (RequestBody, [.. Keys((PlainText, "description $ref x-name")), .. Keys((Flag, "required")), .. Keys((Count, "x-position")), .. Keys((Named, MediaType, "content"))]),
        (Response,
        [
            .. Described,
            .. Keys((PlainText, "$ref")),
            .. Keys((Flag, "x-nullable")),
            .. Keys((Named, Header, "headers")),
            .. Keys((Named, MediaType, "content")),
            .. Keys((Named, Link, "links")),
            .. Keys((One, Schema, "schema")),
        ]),
        (MediaType,
        [
            .. Keys((One, Schema, "schema itemSchema")),
            .. Keys((Named, Example, "examples")),
            .. Keys((Named, Encoding, "encoding")),
            .. Keys((Many, Encoding, "prefixEncoding")),
            .. Keys((One, Encoding, "itemEncoding")),
        ]),
        (Encoding, [.. Keys((PlainText, "contentType encodingType style")), .. Keys((Flag, "explode allowReserved")), .. Keys((Named, Header, "headers"))]),
        (Schema, SchemaKeys),
        (Discriminator, [.. Keys((PlainText, "propertyName defaultMapping")), .. Keys((TextMap, "mapping"))]),
        (Xml, [.. Keys((PlainText, "name namespace prefix nodeType")), .. Keys((Flag, "attribute wrapped"))]),
        (Example, [.. Described, .. Keys((PlainText, "$ref externalValue"))]),
        (Link, [.. Keys((PlainText, "$ref operationRef operationId description")), .. Keys((DataMap, "parameters")), .. Keys((One, Server, "server"))]),
        (Callback, Keys((PlainText, "$ref"))),
        (SecurityScheme,
        [
            .. Keys((PlainText, "$ref type description name in scheme bearerFormat openIdConnectUrl flow authorizationUrl tokenUrl")),
            .. Keys((TextMap, "scopes")),
            .. Keys((One, OAuthFlows, "flows")),
        ]),
        (OAuthFlows, Keys((One, OAuthFlow, "implicit password clientCredentials authorizationCode deviceAuthorization application accessCode"))),
        (OAuthFlow, [.. Keys((PlainText, "authorizationUrl tokenUrl refreshUrl deviceAuthorizationUrl")), .. Keys((TextMap, "scopes"))]),
    ];

    private static readonly Dictionary<string, Slot>[] Table = BuildTable();

    private static readonly Dictionary<string, string>[] Spellings =
        [.. Table.Select(keys => keys.Keys.ToDictionary(k => k, k => k, StringComparer.OrdinalIgnoreCase))];

    /// <summary>What a key of a node of some kind holds.</summary>
    public static Slot Of(SpecKind kind, string key)
    {
        if (Table[(int)kind].TryGetValue(key, out var slot))
            return slot;
        return kind switch
        {
            // A callback is a map from expressions to path items, a requirement one from schemes to scopes.
            Callback when !IsExtension(key) => new Slot(One, PathItem),
            SecurityRequirement => new Slot(Texts),
            _ => new Slot(Any),
        };
    }

    /// <summary>The key of a node of some kind from which another differs in nothing but case; <see langword="null"/> if there is none.</summary>
    public static string? Misspelled(SpecKind kind, string key) =>
        // A path item tells of each key that it does not know.
        kind != PathItem && !Table[(int)kind].ContainsKey(key) && Spellings[(int)kind].TryGetValue(key, out var meant) ? meant : null;

    public static bool IsExtension(string key) => key.StartsWith("x-", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, Slot>[] BuildTable()
    {
        var table = new Dictionary<string, Slot>[Enum.GetValues(typeof(SpecKind)).Length];
        for (var i = 0; i < table.Length; i++)
            table[i] = new Dictionary<string, Slot>(StringComparer.Ordinal);
        foreach (var (kind, keys) in Rows)
        {
            // A later row of a key wins: "required" is a list in a schema and a flag in a parameter.
            foreach (var (key, slot) in keys)
                table[(int)kind][key] = slot;
        }
        return table;
    }

    private static (string, Slot)[] Keys((SlotShape Shape, string Names) row) => Keys((row.Shape, Data, row.Names));

    private static (string, Slot)[] Keys((SlotShape Shape, SpecKind Kind, string Names) row) =>
        row.Names.Split(' ').Select(name => (name, new Slot(row.Shape, row.Kind))).ToArray();
}
