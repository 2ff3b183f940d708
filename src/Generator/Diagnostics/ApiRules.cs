namespace Kiln.Generator.Diagnostics;

/// <summary>The diagnostics of the Api stage: <c>KILN0100</c> to <c>KILN0199</c>.</summary>
internal static class ApiRules
{
    public static readonly DiagnosticRule UnreadableDocument = new(
        "KILN0100", DiagnosticLevel.Error, "Document cannot be read",
        "The document cannot be read as OpenAPI: {0}");

    public static readonly DiagnosticRule NonScalarEnum = new(
        "KILN0104", DiagnosticLevel.Info, "Unsupported enum type",
        "Enums of objects or arrays are not supported; the base type is used");

    public static readonly DiagnosticRule MultipleTypes = new(
        "KILN0105", DiagnosticLevel.Info, "Multiple types exposed as JsonElement",
        "The value can be an array or an object as well as another type, so it is exposed as JsonElement");

    public static readonly DiagnosticRule UnsupportedSerialization = new(
        "KILN0106", DiagnosticLevel.Warning, "Unsupported parameter serialization",
        "The parameter '{0}': OpenAPI defines no form for {1}; {2}");

    public static readonly DiagnosticRule RequestStream = new(
        "KILN0107", DiagnosticLevel.Warning, "Request body exposed as a stream",
        "The request body of type '{0}' is exposed as a stream, which the caller writes: OpenAPI does not define how its schema is written in that media type");

    public static readonly DiagnosticRule InvalidPaging = new(
        "KILN0109", DiagnosticLevel.Error, "Invalid paging contract",
        "x-kiln-paging: {0}");

    public static readonly DiagnosticRule InvalidMediaType = new(
        "KILN0112", DiagnosticLevel.Warning, "Invalid media type",
        "The media type '{0}' is empty or contains characters that are not allowed in a header, so it is ignored; use printable ASCII characters");

    // KILN0113 to 0119: oneOf, anyOf, allOf and conditions.
    public static readonly DiagnosticRule AmbiguousUnion = new(
        "KILN0113", DiagnosticLevel.Warning, "Union cases cannot be distinguished",
        "Cannot distinguish {0} from {1} in this union, so the value is exposed as JsonElement; add a discriminator, or a required property that only one of them has");

    public static readonly DiagnosticRule UnionByOptionalProperties = new(
        "KILN0114", DiagnosticLevel.Info, "Union cases distinguished by optional properties",
        "The cases are distinguished by optional properties ({0}), and an object with none of them is exposed as JsonElement; mark those that are always present as required, or add a discriminator");

    public static readonly DiagnosticRule NonObjectAlternative = new(
        "KILN0115", DiagnosticLevel.Info, "Non-object alternative ignored",
        "Non-object alternatives beside 'properties' are ignored; a value of this alternative is kept as JSON and reported when it is read");

    public static readonly DiagnosticRule InheritedPropertyType = new(
        "KILN0116", DiagnosticLevel.Info, "Derived schema changes the type of an inherited property",
        "The property '{0}' keeps the type that the base schema '{1}' declares, because a class cannot change the type of an inherited property");

    public static readonly DiagnosticRule ConditionNotValidated = new(
        "KILN0117", DiagnosticLevel.Info, "Conditional keyword not validated",
        "Conditional keyword '{0}' is not validated; properties that only 'if', 'then', 'else' or 'not' declares are kept in AdditionalData");

    public static readonly DiagnosticRule UndeclaredDiscriminator = new(
        "KILN0118", DiagnosticLevel.Warning, "Discriminator is not a declared property",
        "No schema declares the discriminator '{0}' as a property, so an object without it is distinguished by its other properties; declare it in each schema");

    public static readonly DiagnosticRule DefaultMappingNotUsed = new(
        "KILN0119", DiagnosticLevel.Warning, "defaultMapping is not one of the cases",
        "The defaultMapping '{0}' is not one of the schemas that this discriminator distinguishes, so it is ignored; list it as an alternative, or derive it from this schema");

    public static readonly DiagnosticRule InvalidDefault = new(
        "KILN0120", DiagnosticLevel.Warning, "Invalid default value",
        "The default {0} does not match its schema and is ignored");

    public static readonly DiagnosticRule ReadOnlyAndWriteOnly = new(
        "KILN0121", DiagnosticLevel.Warning, "Property is both readOnly and writeOnly",
        "A property that is both readOnly and writeOnly would be in no request and no response, so both keywords are ignored; remove one of them");

    public static readonly DiagnosticRule MixedAdditionalProperties = new(
        "KILN0122", DiagnosticLevel.Info, "Additional properties of several types",
        "The type of an additional property depends on its name, so additional properties are kept as JSON");

    public static readonly DiagnosticRule ConflictingProperties = new(
        "KILN0123", DiagnosticLevel.Info, "Conflicting property types in allOf",
        "The property '{0}' has a different type in an earlier subschema of the allOf; the type given here is used");

    public static readonly DiagnosticRule UntypedResponse = new(
        "KILN0124", DiagnosticLevel.Info, "Response body not typed",
        "The response body of type '{0}' is exposed as {1}, although it has a schema; only JSON is read by its schema");

    public static readonly DiagnosticRule IgnoredRequestBody = new(
        "KILN0125", DiagnosticLevel.Info, "Request body without a meaning",
        "The body of a {0} request has no meaning in OpenAPI 3.0; {1}");

    public static readonly DiagnosticRule EnumValueTypeMismatch = new(
        "KILN0130", DiagnosticLevel.Warning, "Enum value does not match its type",
        "The enum value '{0}' is not of the schema's type '{1}', so it gets no member");

    public static readonly DiagnosticRule EnumNameCountMismatch = new(
        "KILN0131", DiagnosticLevel.Warning, "Enum names and values differ in number",
        "'{0}' has {1} entries for {2} enum values; the entries are assigned in order until either list ends");

    public static readonly DiagnosticRule FormatTypeMismatch = new(
        "KILN0132", DiagnosticLevel.Info, "Format does not apply to its type",
        "The format '{0}' does not apply to the type '{1}', so it is ignored");

    public static readonly DiagnosticRule InvalidNameOverride = new(
        "KILN0133", DiagnosticLevel.Warning, "Invalid C# identifier",
        "{0}: '{1}' is not a C# identifier that starts with a letter, so it is ignored and the name is derived from the document");

    public static readonly DiagnosticRule OpenTuple = new(
        "KILN0134", DiagnosticLevel.Info, "Array with prefixItems is not a fixed-length tuple",
        "An array becomes a tuple when it has two to seven prefixItems and allows no further items; this one is exposed as a List");

    public static readonly DiagnosticRule ItemsSentAsJson = new(
        "KILN0135", DiagnosticLevel.Warning, "Items of an array parameter sent as JSON",
        "The items of the parameter '{0}' are {1}, for which OpenAPI defines no form; each item is sent as JSON; 'style: deepObject' and 'content' have a form for them");

    public static readonly DiagnosticRule UnnamedParts = new(
        "KILN0136", DiagnosticLevel.Info, "Multipart body without named parts",
        "The schema of the '{0}' body is not an object with properties, so the body is a MultipartForm to which the caller adds the parts; declare a property for each part");

    public static readonly DiagnosticRule UnreflectedKeyword = new(
        "KILN0138", DiagnosticLevel.Info, "Keyword not reflected in the type",
        "The keyword '{0}' is not reflected in the C# type; values are read and written without it");

    public static readonly DiagnosticRule UnusedPathPrefix = new(
        "KILN0141", DiagnosticLevel.Warning, "Path prefix matches no path",
        "No path begins with '{0}', so x-kiln-path-prefix is ignored; use whole segments without parameters, such as '/api/v1', or '' to fold nothing");

    public static readonly DiagnosticRule ParameterContentAsString = new(
        "KILN0142", DiagnosticLevel.Info, "Parameter content exposed as a string",
        "The parameter '{0}' has a value of the type '{1}', which is not JSON; it takes a string that is sent as the content");

    public static readonly DiagnosticRule InvalidListNames = new(
        "KILN0143", DiagnosticLevel.Warning, "Invalid names of list items",
        "{0}: it must be 'indices', 'brackets' or 'repeat', so it is ignored and the items have indices");

    public static readonly DiagnosticRule InvalidStream = new(
        "KILN0144", DiagnosticLevel.Error, "Invalid description of a stream",
        "x-kiln-stream: {0}");

    public static readonly DiagnosticRule UnusableServerUrl = new(
        "KILN0150", DiagnosticLevel.Info, "Server URL not used",
        "The server URL '{0}' is ignored, because it is not an http or https URL without user information, query and fragment whose variables have values; pass the URL of the server to the client or the call");

    public static readonly DiagnosticRule UnpairedSurrogate = new(
        "KILN0151", DiagnosticLevel.Error, "Unpaired surrogate",
        "This string contains an unpaired surrogate, which cannot be encoded as UTF-8; write the whole surrogate pair, or remove it");

    public static readonly DiagnosticRule InferredStreamFlag = new(
        "KILN0169", DiagnosticLevel.Info, "Request for a stream inferred",
        "The method for the stream sets {0}, because the service also sends responses without a stream; 'x-kiln-stream: {{ flag: {1} }}' confirms it, and 'x-kiln-stream: {{ flag: false }}' is for a stream that needs no such value");

    public static readonly DiagnosticRule InvalidIdempotencyKey = new(
        "KILN0176", DiagnosticLevel.Warning, "Invalid idempotency key header",
        "'{0}' is neither true, false nor the name of a header, so x-kiln-idempotency-key is ignored; use true for the header Idempotency-Key");

    public static readonly DiagnosticRule InvalidRateLimit = new(
        "KILN0177", DiagnosticLevel.Warning, "Invalid rate limit",
        "x-kiln-rate-limit is ignored: {0}");

    public static readonly DiagnosticRule PagingInferred = new(
        "KILN0178", DiagnosticLevel.Info, "Paging inferred",
        "The pages of this operation are read as inferred by the rule '{0}' with {1} confidence; x-kiln-paging: {2} says the same, and x-kiln-paging: false reads one page");
}
