using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using static Kiln.Generator.Specs.Grammar.OpenApiObjectKind;

namespace Kiln.Generator.Specs.Coverage;

/// <summary>
/// What Kiln does with each key of each kind of object. A test compares the table with <see cref="SpecGrammar"/> and with the keys of OpenAPI 2.0 to 3.2, and
/// runs a document for each diagnostic in it, so that no key is ignored silently.
/// </summary>
internal static class KeyUses
{
    private const string Documentation = "documentation for readers of the document";
    private const string Validation = "restricts values, and an SDK does not validate them: the service does";
    private const string ToolExtension = "an extension of another tool about its own output";
    private const string Wire = "describes formats other than JSON";

    private static readonly (string, KeyUse)[] SchemaRows =
    [
        .. Used("title description format $ref contentEncoding contentMediaType nullable readOnly writeOnly deprecated"),
        .. ForeignKeywords.All.Where(k => k.Standard is not null).Concat([ForeignKeywords.DeprecationMessage, ForeignKeywords.EnumNames, ForeignKeywords.EnumDescriptions]).SelectMany(k => Used(k.GrammarKeys)),
        .. Used("type required enum additionalProperties items allOf oneOf anyOf"),
        .. Used("properties patternProperties definitions $defs discriminator default const $id $anchor unevaluatedProperties"),
        .. ReportedWhereUnused("not if then else dependentSchemas", ApiRules.ConditionNotValidated),
        .. ReportedWhereUnused("additionalItems prefixItems", ApiRules.OpenTuple),
        .. ReportedWhereUnused("contentSchema unevaluatedItems $dynamicRef $recursiveRef", ApiRules.UnreflectedKeyword),
        .. WithoutEffect(Validation, "pattern uniqueItems multipleOf maximum minimum exclusiveMaximum exclusiveMinimum maxLength minLength maxItems minItems maxProperties"),
        .. WithoutEffect(Validation, "minProperties contains minContains maxContains propertyNames dependentRequired dependencies"),
        
        .. WithoutEffect("names a schema for references that are reported", "$dynamicAnchor $recursiveAnchor id"),
        .. WithoutEffect("all dialects are read alike", "$schema $vocabulary"),
        .. WithoutEffect(Documentation, "externalDocs example examples $comment"),
        .. WithoutEffect(Wire, "xml"),
        .. WithoutEffect(ToolExtension, "x-abstract x-enumFlags x-dictionaryKey"),
    ];

    // In OpenAPI 2.0 a parameter or header is also its own schema.
    private static readonly (string, KeyUse)[] ParameterRows =
    [
        .. SchemaRows.Select(row => row.Item2 is KeyUse.Used or KeyUse.WithoutEffect ? row : (row.Item1, new KeyUse.WithoutEffect("only a schema has it"))),
        .. Used("name required schema explode collectionFormat allowEmptyValue"),
        .. WithoutEffect(ToolExtension, "x-originalName x-position x-schema"),
    ];

    private static readonly (OpenApiObjectKind Kind, (string Key, KeyUse Use)[] Keys)[] Rows =
    [
        (Document,
        [
            .. Used("openapi swagger host basePath schemes consumes produces info paths components definitions parameters responses $self tags"),
            .. ReportedWhereUnused("servers", ApiRules.UnusableServerUrl),
            .. Used("security"),
            .. ReportedWhereUnused("webhooks x-webhooks", WebhookRules.BodyWithoutReader, WebhookRules.ParameterNotRead),
            .. Used("securityDefinitions"),
            .. WithoutEffect("all dialects are read alike", "jsonSchemaDialect"),
            .. WithoutEffect(Documentation, "externalDocs"),
            .. WithoutEffect(ToolExtension, "x-generator"),
        ]),
        (Info, [.. Used("title description"), .. WithoutEffect(Documentation, "version summary termsOfService contact license")]),
        (Contact, [.. WithoutEffect(Documentation, "name url email")]),
        (License, [.. WithoutEffect(Documentation, "name url identifier")]),
        (ExternalDocs, [.. WithoutEffect(Documentation, "description url")]),
        (Tag, [.. WithoutEffect(Documentation, "summary description name parent kind externalDocs")]),
        (Server, [.. ReportedWhereUnused("url", ApiRules.UnusableServerUrl), .. Used("variables description name")]),
        (ServerVariable, Used("default enum description")),
        (SecurityRequirement, []),
        (OpenApiObjectKind.Components,
        [
            .. Used("schemas responses parameters requestBodies headers pathItems mediaTypes"),
            .. ReportedWhereUnused("securitySchemes", AccessRules.UnrequiredSecuritySchemes),
            .. WithoutEffect("matter where they are referred to, which is reported", "links callbacks"),
            .. WithoutEffect(Documentation, "examples"),
        ]),
        (PathItem,
        [
            .. Used("summary description $ref parameters get put post delete options head patch trace query"),
            .. ReportedWhereUnused("additionalOperations", SpecRules.UnsupportedMethod),
            .. ReportedWhereUnused("servers", ApiRules.UnusableServerUrl),
        ]),
        (Operation,
        [
            .. Used("summary description operationId deprecated tags consumes produces parameters requestBody responses"),
            .. Used("security"),
            .. ReportedWhereUnused("servers", ApiRules.UnusableServerUrl),
            .. Used("schemes"),
            .. ReportedWhereUnused("callbacks", WebhookRules.BodyWithoutReader, WebhookRules.ParameterNotRead),
            .. WithoutEffect(Documentation, "externalDocs"),
        ]),
        (Parameter,
        [
            .. ParameterRows,
            .. ReportedWhereUnused("in", SpecRules.UnsupportedParameterLocation, UnsupportedRules.IgnoredHeaderParameter),
            .. ReportedWhereUnused("style", ApiRules.UnsupportedSerialization, ApiRules.ItemsSentAsJson),
            .. ReportedWhereUnused("content", ApiRules.ParameterContentAsString),
            .. Used("allowReserved"),
        ]),
        (Header,
        [
            .. ParameterRows,
            .. ReportedWhereUnused("content", UnsupportedRules.HeaderAsString),
            .. Used("style"),
            .. WithoutEffect("a header has neither a location nor an encoding", "in allowReserved"),
        ]),
        (RequestBody, [.. Used("description $ref required"), .. ReportedWhereUnused("content", ApiRules.RequestStream, ApiRules.UnnamedParts, ApiRules.IgnoredRequestBody), .. WithoutEffect(ToolExtension, "x-name x-position")]),
        (Response,
        [
            .. Used("description $ref schema x-nullable headers"),
            .. ReportedWhereUnused("content", ApiRules.UntypedResponse),
            .. ReportedWhereUnused("links", WebhookRules.IncompleteLink),
            .. WithoutEffect(Documentation, "summary examples"),
        ]),
        (MediaType,
        [
            .. Used("schema $ref"),
            .. ReportedWhereUnused("itemSchema", ApiRules.UnreflectedKeyword),
            .. Used("encoding"),
            .. ReportedWhereUnused("prefixEncoding itemEncoding", ApiRules.UnnamedParts),
            .. Used("example examples"),
        ]),
        (Encoding,
        [
            .. Used("contentType style explode headers"),
            .. WithoutEffect("a form is decoded to the same values", "allowReserved"),
            .. WithoutEffect("a part within a part is JSON", "encoding prefixEncoding itemEncoding encodingType"),
        ]),
        (Schema, SchemaRows),
        (Discriminator, [.. Used("propertyName mapping defaultMapping")]),
        (Xml, [.. WithoutEffect(Wire, "name namespace prefix nodeType attribute wrapped")]),
        (Example, [.. WithoutEffect(Documentation, "summary description $ref externalValue value dataValue serializedValue")]),
        (Link, [.. Used("$ref operationRef operationId description"), .. ReportedWhereUnused("parameters requestBody server", WebhookRules.IncompleteLink)]),
        (Callback, Used("$ref")),
        (SecurityScheme,
        [
            .. ReportedWhereUnused("type", SpecRules.UnsupportedSecurityScheme),
            .. ReportedWhereUnused("name in scheme openIdConnectUrl", AccessRules.IncompleteSecurityScheme),
            .. Used("$ref flow authorizationUrl tokenUrl scopes flows deprecated description"),
            .. WithoutEffect(Documentation, "bearerFormat"),
            .. WithoutEffect("the endpoints are those of the flows", "oauth2MetadataUrl"),
        ]),
        (OAuthFlows, Used("implicit password clientCredentials authorizationCode deviceAuthorization application accessCode")),
        (OAuthFlow, Used("authorizationUrl tokenUrl refreshUrl deviceAuthorizationUrl scopes")),
    ];

    // Extensions of other tools for what Kiln has an extension of its own for.
    private static readonly (OpenApiObjectKind Kind, (string Key, KeyUse Use)[] Keys)[] ExtensionRows =
        [(Operation, ReportedWhereUnused("x-ms-pageable x-speakeasy-pagination x-fern-pagination", UnsupportedRules.ForeignPaging))];

    private static readonly Dictionary<string, KeyUse>?[] Table = BuildTable();

    // The few keys that a walk over a large document looks for.
    private static readonly Dictionary<string, DiagnosticRule>?[] ReportedKeys =
        [.. Table.Select(keys => keys?.Where(k => k.Value is KeyUse.Reported).ToDictionary(k => k.Key, k => ((KeyUse.Reported)k.Value).Rule) is { Count: > 0 } reported ? reported : null)];

    /// <summary>The keys of a kind of object with their use.</summary>
    public static IReadOnlyDictionary<string, KeyUse> Of(OpenApiObjectKind kind) => Table[(int)kind] ?? [];

    /// <summary>The diagnostic about each use of a key; <see langword="null"/> if there is none.</summary>
    public static DiagnosticRule? RuleOf(OpenApiObjectKind kind, string key) =>
        ReportedKeys[(int)kind] is { } keys && keys.TryGetValue(key, out var rule) ? rule : null;

    private static Dictionary<string, KeyUse>?[] BuildTable()
    {
        var table = new Dictionary<string, KeyUse>?[Enum.GetValues(typeof(OpenApiObjectKind)).Length];
        foreach (var (kind, keys) in Rows.Concat(ExtensionRows))
        {
            // The last row of a key wins: "required" is one thing in a schema and another in a parameter.
            foreach (var (key, use) in keys)
                (table[(int)kind] ??= new(StringComparer.Ordinal))[key] = use;
        }
        return table;
    }

    private static (string, KeyUse)[] Used(string keys) => Each(keys, new KeyUse.Used());

    private static (string, KeyUse)[] WithoutEffect(string reason, string keys) => Each(keys, new KeyUse.WithoutEffect(reason));

    private static (string, KeyUse)[] Reported(string keys, DiagnosticRule rule) => Each(keys, new KeyUse.Reported(rule));

    private static (string, KeyUse)[] ReportedWhereUnused(string keys, params DiagnosticRule[] rules) => Each(keys, new KeyUse.ReportedWhereUnused(rules.ToEquatableArray()));

    private static (string, KeyUse)[] Each(string keys, KeyUse use) => [.. keys.Split(' ').Select(key => (key, use))];
}
