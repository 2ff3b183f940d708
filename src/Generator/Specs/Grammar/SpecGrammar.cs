using static Kiln.Generator.Specs.Grammar.OpenApiObjectKind;
using static Kiln.Generator.Specs.Grammar.ValueForm;

namespace Kiln.Generator.Specs.Grammar;

/// <summary>
/// The keys of each kind of object in an OpenAPI document (2.0 to 3.2), and the form of their values. Everything that walks a document uses this
/// table, so an example that contains a <c>$ref</c>, or a property of that name, is never taken for a reference.
/// </summary>
internal static class SpecGrammar
{
    /// <summary>The keys of a path item for operations.</summary>
    public static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    private static readonly (string, FieldRule)[] Descriptions = Keys((StringValue, "summary description"));

    private static readonly (string, FieldRule)[] SchemaKeys =
    [
        .. Keys((Any, "default example examples const $id $anchor $dynamicAnchor $recursiveAnchor $comment $vocabulary dependencies dependentRequired")),
        .. Keys((Any, "minContains maxContains")),
        .. Keys((StringValue, "title description format pattern $schema id $ref $dynamicRef $recursiveRef contentEncoding contentMediaType")),
        .. Keys((StringValue, ForeignKeywords.DeprecationMessage.GrammarKeys)),
        .. Keys((BooleanValue, "uniqueItems nullable readOnly writeOnly deprecated x-abstract x-enumFlags")),
        .. ForeignKeywords.All.Where(k => k.Standard is not null).SelectMany(k => Keys((BooleanValue, k.GrammarKeys))),
        .. Keys((NumberValue, "multipleOf maximum minimum")),
        .. Keys((BooleanOrNumber, "exclusiveMaximum exclusiveMinimum")),
        .. Keys((IntegerValue, "maxLength minLength maxItems minItems maxProperties minProperties")),
        .. Keys((StringOrList, "type")),
        .. Keys((StringList, "required")),
        .. Keys((StringList, ForeignKeywords.EnumNames.GrammarKeys)),
        .. Keys((AnyList, "enum")),
        .. Keys((AnyList, ForeignKeywords.EnumDescriptions.GrammarKeys)),
        .. Keys((ObjectValue, Schema, "not if then else contains propertyNames contentSchema x-dictionaryKey")),
        .. Keys((ObjectOrBoolean, Schema, "additionalProperties additionalItems unevaluatedProperties unevaluatedItems")),
        .. Keys((ObjectOrList, Schema, "items")),
        .. Keys((ObjectList, Schema, "allOf oneOf anyOf prefixItems")),
        .. Keys((ObjectMap, Schema, "properties patternProperties definitions $defs dependentSchemas")),
        .. Keys((ObjectOrString, Discriminator, "discriminator")),
        .. Keys((ObjectValue, Xml, "xml")),
        .. Keys((ObjectValue, ExternalDocs, "externalDocs")),
    ];

    // In OpenAPI 2.0 a parameter is also its own schema.
    private static readonly (string, FieldRule)[] ParameterKeys =
    [
        .. SchemaKeys,
        .. Keys((StringValue, "name in style collectionFormat x-originalName")),
        .. Keys((BooleanValue, "required deprecated allowEmptyValue allowReserved explode")),
        .. Keys((IntegerValue, "x-position")),
        .. Keys((ObjectValue, Schema, "schema x-schema")),
        .. Keys((ObjectMap, MediaType, "content")),
        .. Keys((ObjectMap, Example, "examples")),
    ];

    private static readonly (OpenApiObjectKind Kind, (string Key, FieldRule FieldRule)[] Keys)[] Rows =
    [
        (Document,
        [
            .. Keys((Any, "$self")),
        .. Keys((StringValue, "openapi swagger jsonSchemaDialect host basePath x-generator")),
            .. Keys((StringList, "schemes consumes produces")),
            .. Keys((ObjectValue, Info, "info")),
            .. Keys((ObjectList, Server, "servers")),
            .. Keys((PatternedMap, PathItem, "paths")),
            .. Keys((ObjectMap, PathItem, "webhooks x-webhooks")),
            .. Keys((ObjectValue, OpenApiObjectKind.Components, "components")),
            .. Keys((ObjectList, SecurityRequirement, "security")),
            .. Keys((ObjectList, Tag, "tags")),
            .. Keys((ObjectValue, ExternalDocs, "externalDocs")),
            .. Keys((ObjectMap, Schema, "definitions")),
            .. Keys((ObjectMap, Parameter, "parameters")),
            .. Keys((ObjectMap, Response, "responses")),
            .. Keys((ObjectMap, SecurityScheme, "securityDefinitions")),
        ]),
        (Info, [.. Keys((StringValue, "title version summary description termsOfService")), .. Keys((ObjectValue, Contact, "contact")), .. Keys((ObjectValue, License, "license"))]),
        (Contact, Keys((StringValue, "name url email"))),
        (License, Keys((StringValue, "name url identifier"))),
        (ExternalDocs, Keys((StringValue, "description url"))),
        (Tag, [.. Descriptions, .. Keys((StringValue, "name parent kind")), .. Keys((ObjectValue, ExternalDocs, "externalDocs"))]),
        (Server, [.. Keys((StringValue, "url description name")), .. Keys((ObjectMap, ServerVariable, "variables"))]),
        (ServerVariable, [.. Keys((StringValue, "default description")), .. Keys((StringList, "enum"))]),
        (SecurityRequirement, []),
        (OpenApiObjectKind.Components,
        [
            .. Keys((ObjectMap, Schema, "schemas")),
            .. Keys((ObjectMap, Response, "responses")),
            .. Keys((ObjectMap, Parameter, "parameters")),
            .. Keys((ObjectMap, Example, "examples")),
            .. Keys((ObjectMap, RequestBody, "requestBodies")),
            .. Keys((ObjectMap, Header, "headers")),
            .. Keys((ObjectMap, SecurityScheme, "securitySchemes")),
            .. Keys((ObjectMap, Link, "links")),
            .. Keys((ObjectMap, Callback, "callbacks")),
            .. Keys((ObjectMap, PathItem, "pathItems")),
            .. Keys((ObjectMap, MediaType, "mediaTypes")),
        ]),
        (PathItem,
        [
            .. Descriptions,
            .. Keys((StringValue, "$ref")),
            .. Keys((ObjectValue, Operation, string.Join(" ", Methods))),
            .. Keys((ObjectMap, Operation, PathOperations.Additional)),
            .. Keys((ObjectList, Server, "servers")),
            .. Keys((ObjectList, Parameter, "parameters")),
        ]),
        (Operation,
        [
            .. Descriptions,
            .. Keys((StringValue, "operationId")),
            .. Keys((BooleanValue, "deprecated")),
            .. Keys((StringList, "tags schemes consumes produces")),
            .. Keys((ObjectValue, ExternalDocs, "externalDocs")),
            .. Keys((ObjectList, Parameter, "parameters")),
            .. Keys((ObjectValue, RequestBody, "requestBody")),
            .. Keys((PatternedMap, Response, "responses")),
            .. Keys((ObjectMap, Callback, "callbacks")),
            .. Keys((ObjectList, SecurityRequirement, "security")),
            .. Keys((ObjectList, Server, "servers")),
        ]),
        (Parameter, ParameterKeys),
        (Header, ParameterKeys),
        (RequestBody, [.. Keys((StringValue, "description $ref x-name")), .. Keys((BooleanValue, "required")), .. Keys((IntegerValue, "x-position")), .. Keys((ObjectMap, MediaType, "content"))]),
        (Response,
        [
            .. Keys((Any, "examples")),
            .. Descriptions,
            .. Keys((StringValue, "$ref")),
            .. Keys((BooleanValue, "x-nullable")),
            .. Keys((ObjectMap, Header, "headers")),
            .. Keys((ObjectMap, MediaType, "content")),
            .. Keys((ObjectMap, Link, "links")),
            .. Keys((ObjectValue, Schema, "schema")),
        ]),
        (MediaType,
        [
            .. Keys((Any, "$ref example")),
            .. Keys((ObjectValue, Schema, "schema itemSchema")),
            .. Keys((ObjectMap, Example, "examples")),
            .. Keys((ObjectMap, Encoding, "encoding")),
            .. Keys((ObjectList, Encoding, "prefixEncoding")),
            .. Keys((ObjectValue, Encoding, "itemEncoding")),
        ]),
        (Encoding, [.. Keys((Any, "encoding prefixEncoding itemEncoding")), .. Keys((StringValue, "contentType encodingType style")), .. Keys((BooleanValue, "explode allowReserved")), .. Keys((ObjectMap, Header, "headers"))]),
        (Schema, SchemaKeys),
        (Discriminator, [.. Keys((StringValue, "propertyName defaultMapping")), .. Keys((StringMap, "mapping"))]),
        (Xml, [.. Keys((StringValue, "name namespace prefix nodeType")), .. Keys((BooleanValue, "attribute wrapped"))]),
        (Example, [.. Descriptions, .. Keys((Any, "value dataValue serializedValue")), .. Keys((StringValue, "$ref externalValue"))]),
        (Link, [.. Keys((StringValue, "$ref operationRef operationId description")), .. Keys((Any, "requestBody")), .. Keys((AnyMap, "parameters")), .. Keys((ObjectValue, Server, "server"))]),
        (Callback, Keys((StringValue, "$ref"))),
        (SecurityScheme,
        [
            .. Keys((Any, "deprecated oauth2MetadataUrl")),
            .. Keys((StringValue, "$ref type description name in scheme bearerFormat openIdConnectUrl flow authorizationUrl tokenUrl")),
            .. Keys((StringMap, "scopes")),
            .. Keys((ObjectValue, OAuthFlows, "flows")),
        ]),
        (OAuthFlows, Keys((ObjectValue, OAuthFlow, "implicit password clientCredentials authorizationCode deviceAuthorization application accessCode"))),
        (OAuthFlow, [.. Keys((StringValue, "authorizationUrl tokenUrl refreshUrl deviceAuthorizationUrl")), .. Keys((StringMap, "scopes"))]),
    ];

    private static readonly Dictionary<string, FieldRule>[] Table = BuildTable();

    private static readonly string[][] KnownKeys = [.. Table.Select(keys => keys.Keys.Where(k => !IsExtension(k)).ToArray())];

    private static readonly Dictionary<string, string>[] Spellings =
        [.. Table.Select(keys => keys.Keys.ToDictionary(k => k, k => k, StringComparer.OrdinalIgnoreCase))];

    /// <summary>The rule for a key in an object of some kind.</summary>
    public static FieldRule RuleOf(OpenApiObjectKind kind, string key)
    {
        if (Table[(int)kind].TryGetValue(key, out var rule))
            return rule;
        return kind switch
        {
            // A callback maps expressions to path items, a security requirement maps schemes to scopes.
            Callback when !IsExtension(key) => new FieldRule(ObjectValue, PathItem),
            SecurityRequirement => new FieldRule(StringList),
            _ => new FieldRule(Any),
        };
    }

    /// <summary>The keys of a kind of object, with the extensions whose values have a form.</summary>
    public static IEnumerable<string> KeysOf(OpenApiObjectKind kind) => Table[(int)kind].Keys;

    /// <summary>The known key from which a key differs only in case; <see langword="null"/> if there is none.</summary>
    public static string? CorrectSpelling(OpenApiObjectKind kind, string key) =>
        // Each unknown key of a path item is reported as an unsupported method.
        kind != PathItem && !Table[(int)kind].ContainsKey(key) && Spellings[(int)kind].TryGetValue(key, out var correct) ? correct : null;

    /// <summary>The keys of an object of some kind, without extensions.</summary>
    public static IReadOnlyList<string> StandardKeysOf(OpenApiObjectKind kind) => KnownKeys[(int)kind];

    /// <summary>Whether a key of an object may be misspelled: it is unknown, and not a name that the document chooses.</summary>
    public static bool MayBeMisspelled(OpenApiObjectKind kind, string key) =>
        kind is not (Data or Callback or SecurityRequirement) && !Table[(int)kind].ContainsKey(key) && !IsExtension(key);

    public static bool IsExtension(string key) => key.StartsWith("x-", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, FieldRule>[] BuildTable()
    {
        var table = new Dictionary<string, FieldRule>[Enum.GetValues(typeof(OpenApiObjectKind)).Length];
        for (var i = 0; i < table.Length; i++)
            table[i] = new Dictionary<string, FieldRule>(StringComparer.Ordinal);
        foreach (var (kind, keys) in Rows)
        {
            // The last row of a key wins: "required" is a list in a schema and a Boolean in a parameter.
            foreach (var (key, rule) in keys)
                table[(int)kind][key] = rule;
        }
        return table;
    }

    private static (string, FieldRule)[] Keys((ValueForm Form, string Names) row) => Keys((row.Form, Data, row.Names));

    private static (string, FieldRule)[] Keys((ValueForm Form, OpenApiObjectKind Kind, string Names) row) =>
        row.Names.Split(' ').Select(name => (name, new FieldRule(row.Form, row.Kind))).ToArray();
}
