namespace Kiln.Generator.Diagnostics;

/// <summary>The diagnostics of the Specs stage: <c>KILN0001</c> to <c>KILN0099</c>.</summary>
internal static class SpecRules
{
    // KILN0001 to 0012: YAML and JSON syntax; 0013 to 0019: limits.
    public static readonly DiagnosticRule InvalidYaml = new(
        "KILN0001", DiagnosticLevel.Error, "Invalid YAML",
        "Invalid YAML: {0}");

    public static readonly DiagnosticRule InvalidJson = new(
        "KILN0002", DiagnosticLevel.Error, "Invalid JSON",
        "Invalid JSON: {0}");

    public static readonly DiagnosticRule DuplicateKey = new(
        "KILN0003", DiagnosticLevel.Error, "Duplicate key",
        "Duplicate key '{0}', first used on line {1}; remove or rename one of the two");

    public static readonly DiagnosticRule NonScalarKey = new(
        "KILN0004", DiagnosticLevel.Error, "Key is not a scalar",
        "A key must be a scalar, not an object or an array; put it in quotes if the braces or brackets are part of the key");

    public static readonly DiagnosticRule MultipleDocuments = new(
        "KILN0005", DiagnosticLevel.Error, "Multiple YAML documents in one file",
        "A second YAML document starts here; keep one document per file");

    public static readonly DiagnosticRule UndefinedAlias = new(
        "KILN0006", DiagnosticLevel.Error, "Undefined alias",
        "The alias '*{0}' has no preceding anchor '&{0}'; add the anchor, or put the value in quotes if the asterisk is part of a string");

    public static readonly DiagnosticRule RecursiveAlias = new(
        "KILN0007", DiagnosticLevel.Error, "Recursive alias",
        "The alias '*{0}' is inside the node that '&{0}' marks, so its expansion would never end; use a $ref for a recursive schema");

    public static readonly DiagnosticRule AliasExpansionTooLarge = new(
        "KILN0008", DiagnosticLevel.Error, "Alias expansion too large",
        "Alias expansion exceeds {0} nodes; use fewer aliases, or replace them with $refs");

    public static readonly DiagnosticRule NestedTooDeeply = new(
        "KILN0009", DiagnosticLevel.Error, "Document nested too deeply",
        "Objects and arrays are nested more than {0} levels deep here; move inner schemas to components and use a $ref");

    public static readonly DiagnosticRule InvalidMergeKey = new(
        "KILN0010", DiagnosticLevel.Error, "Invalid merge key",
        "The value of the merge key '<<' must be an object or an array of objects, usually written as an alias");

    public static readonly DiagnosticRule NonFiniteNumber = new(
        "KILN0011", DiagnosticLevel.Warning, "Number cannot be represented in JSON",
        "The number '{0}' cannot be represented in JSON, so it is read as a string; put it in quotes if a string is intended, otherwise remove it");

    public static readonly DiagnosticRule InapplicableTag = new(
        "KILN0012", DiagnosticLevel.Warning, "Tag cannot be applied",
        "The tag '{0}' cannot be applied to '{1}', so the value is read as a string; remove the tag or correct the value");

    public static readonly DiagnosticRule TypeTooDeep = new(
        "KILN0013", DiagnosticLevel.Error, "Type nested too deeply",
        "This schema and the schemas it references nest arrays, dictionaries, allOf and union cases more than {0} levels deep; make one of the levels an object with properties");

    public static readonly DiagnosticRule TooManyPathSegments = new(
        "KILN0014", DiagnosticLevel.Error, "Too many path segments",
        "The path has {0} segments, and the limit is {1} because each segment becomes a class; shorten the path");

    public static readonly DiagnosticRule LimitExceeded = new(
        "KILN0015", DiagnosticLevel.Error, "Limit exceeded",
        "Found {0} {1}, which exceeds the limit of {2}; {3}");

    public static readonly DiagnosticRule TooManyEnumValues = new(
        "KILN0016", DiagnosticLevel.Warning, "Too many enum values",
        "The enum has {0} values, and the limit is {1}; the base type is used");

    public static readonly DiagnosticRule TooManyUnionCases = new(
        "KILN0017", DiagnosticLevel.Warning, "Too many union cases",
        "The union has {0} cases, and the limit is {1}; it is exposed as JsonElement");

    public static readonly DiagnosticRule DescriptionTruncated = new(
        "KILN0018", DiagnosticLevel.Info, "Description truncated",
        "The {0} has {1} characters, and the doc comment contains the first {2} of them");

    public static readonly DiagnosticRule TooManyInheritedProperties = new(
        "KILN0019", DiagnosticLevel.Error, "Too many inherited properties",
        "With this schema, more than {0} properties are inherited through allOf, oneOf and anyOf, and each would be emitted again; make the shared schema a property instead");

    // KILN0020 to 0039: the structure of the OpenAPI document.
    public static readonly DiagnosticRule EmptyDocument = new(
        "KILN0020", DiagnosticLevel.Error, "Empty document",
        "The document is empty; an OpenAPI document is expected");

    public static readonly DiagnosticRule RootIsNotObject = new(
        "KILN0021", DiagnosticLevel.Error, "Document root is not an object",
        "The root of an OpenAPI document must be an object with the key 'openapi' or 'swagger', but is {0}");

    public static readonly DiagnosticRule NotOpenApi = new(
        "KILN0022", DiagnosticLevel.Error, "Not an OpenAPI document",
        "An OpenAPI document has the key 'openapi' or 'swagger' at its root; found {0}");

    public static readonly DiagnosticRule UnsupportedVersion = new(
        "KILN0023", DiagnosticLevel.Error, "Unsupported OpenAPI version",
        "The version '{0}' is not supported; supported versions are swagger 2.0 and openapi 3.0, 3.1 and 3.2");

    public static readonly DiagnosticRule NoPaths = new(
        "KILN0024", DiagnosticLevel.Warning, "No paths in document",
        "The document has no 'paths', so there are no operations to call; add the paths");

    public static readonly DiagnosticRule UnresolvedReference = new(
        "KILN0025", DiagnosticLevel.Error, "Unresolved $ref",
        "The $ref '{0}' cannot be resolved: {1}; add the target or correct the $ref{2}");

    public static readonly DiagnosticRule ReferenceToFileNotIncluded = new(
        "KILN0026", DiagnosticLevel.Error, "$ref to a file that is not included",
        "The $ref '{0}' does not point to an included file, and Kiln reads no other files or URLs; {1}");

    public static readonly DiagnosticRule ReferenceIsNotString = new(
        "KILN0027", DiagnosticLevel.Error, "$ref is not a string",
        "A $ref must be a string such as '#/components/schemas/Pet', but is {0}");

    public static readonly DiagnosticRule ReferenceTargetMismatch = new(
        "KILN0028", DiagnosticLevel.Error, "Wrong type of $ref target",
        "The target of the $ref '{0}' has the wrong type: found {1}, expected {2}");

    public static readonly DiagnosticRule CircularReference = new(
        "KILN0029", DiagnosticLevel.Error, "Circular reference",
        "'{0}' refers back to this definition through $ref and allOf only, so it defines nothing; remove one of the references");

    public static readonly DiagnosticRule DuplicateOperationId = new(
        "KILN0030", DiagnosticLevel.Warning, "Duplicate operationId",
        "The operationId '{0}' is already used on line {1}; give each operation a unique operationId");

    public static readonly DiagnosticRule UndeclaredPathParameter = new(
        "KILN0031", DiagnosticLevel.Warning, "Undeclared path parameter",
        "The parameter '{0}' of '{1}' is not declared for '{2}', so a required string is assumed; add a parameter with 'in: path' and this name");

    public static readonly DiagnosticRule PathParameterNotInPath = new(
        "KILN0032", DiagnosticLevel.Warning, "Path parameter not in path",
        "The path parameter '{0}' does not occur in '{1}', so its value cannot be sent; add '{{{0}}}' to the path or remove the parameter");

    public static readonly DiagnosticRule DuplicatePath = new(
        "KILN0033", DiagnosticLevel.Warning, "Duplicate path",
        "The path '{0}' differs from '{1}' on line {2} only in its parameter names; move the operations of both to one path");

    public static readonly DiagnosticRule IncompleteParameter = new(
        "KILN0034", DiagnosticLevel.Warning, "Incomplete parameter",
        "Parameter is missing '{0}' and is ignored; add '{0}'");

    public static readonly DiagnosticRule InvalidStatusCode = new(
        "KILN0035", DiagnosticLevel.Warning, "Invalid status code",
        "'{0}' is not a valid status code, so the response is ignored; use a code such as '404', a range such as '4XX', or 'default'{1}");

    public static readonly DiagnosticRule MisspelledKey = new(
        "KILN0036", DiagnosticLevel.Warning, "Unknown key",
        "Unknown key '{0}' is ignored; did you mean '{1}'?");

    // KILN0040 to 0049: what is normalized or ignored.
    public static readonly DiagnosticRule InvalidValue = new(
        "KILN0040", DiagnosticLevel.Warning, "Invalid value",
        "'{0}' must be {1}, but is {2}; it is ignored");

    public static readonly DiagnosticRule LimitOutOfRange = new(
        "KILN0041", DiagnosticLevel.Info, "Limit out of range",
        "The limit '{0}: {1}' exceeds the range of .NET's number types, so it is ignored");

    public static readonly DiagnosticRule IgnoredReferenceSibling = new(
        "KILN0042", DiagnosticLevel.Info, "Key beside $ref ignored",
        "Before OpenAPI 3.1, keys beside a $ref are ignored, so '{0}' has no effect; put the $ref into an allOf to keep it");

    public static readonly DiagnosticRule MissingResponses = new(
        "KILN0043", DiagnosticLevel.Warning, "Missing responses",
        "The operation has no 'responses', so its result is unknown; add at least one response");

    public static readonly DiagnosticRule UnsupportedMethod = new(
        "KILN0044", DiagnosticLevel.Warning, "Unsupported HTTP method",
        "'{0}' is not a supported HTTP method ({1}), so it is ignored{2}");

    public static readonly DiagnosticRule UnsupportedParameterLocation = new(
        "KILN0045", DiagnosticLevel.Warning, "Unsupported parameter location",
        "The parameter location '{0}' is not supported, so the parameter is ignored{1}");

    public static readonly DiagnosticRule UnsupportedSecurityScheme = new(
        "KILN0046", DiagnosticLevel.Warning, "Unsupported security scheme",
        "A security scheme of type '{0}' is ignored, because OpenAPI does not define it; configure it on the HTTP client{1}");

    public static readonly DiagnosticRule ValueNotAllowed = new(
        "KILN0047", DiagnosticLevel.Warning, "Value not allowed",
        "'{0}' must be one of {1}, but is '{2}'; it is ignored{3}");

    public static readonly DiagnosticRule UnresolvedMapping = new(
        "KILN0048", DiagnosticLevel.Warning, "Unresolved discriminator mapping",
        "The mapping of '{0}' points to '{1}', which is not a schema of this document, so it is ignored; add the schema or correct the mapping{2}");

    public static readonly DiagnosticRule TooManyInlinedReferences = new(
        "KILN0049", DiagnosticLevel.Error, "Too many inlined references",
        "More than {0} $refs to path items, media types and security schemes were inlined up to here; use fewer of them");

    // KILN0050 to 0057: overlays and filters.
    public static readonly DiagnosticRule InvalidOverlay = new(
        "KILN0050", DiagnosticLevel.Error, "Invalid overlay",
        "Not a valid OpenAPI Overlay: {0}; {1}");

    public static readonly DiagnosticRule InvalidJsonPath = new(
        "KILN0051", DiagnosticLevel.Error, "Invalid JSONPath",
        "Invalid JSONPath '{0}': {1}");

    public static readonly DiagnosticRule OverlayTargetNotFound = new(
        "KILN0052", DiagnosticLevel.Warning, "Overlay target not found",
        "'{0}' matches nothing in the document, so this action has no effect; correct the target or remove the action");

    public static readonly DiagnosticRule InapplicableOverlayAction = new(
        "KILN0053", DiagnosticLevel.Error, "Overlay action cannot be applied",
        "The action on '{0}' cannot be applied: {1}");

    public static readonly DiagnosticRule OverlayOfOtherDocument = new(
        "KILN0054", DiagnosticLevel.Warning, "Overlay extends another document",
        "The overlay extends '{0}' but is applied to '{1}'; check that it is the right overlay");

    public static readonly DiagnosticRule OverlayNotFound = new(
        "KILN0055", DiagnosticLevel.Error, "Overlay not found",
        "The overlay '{0}' does not exist or is not included; its path is relative to the project");

    public static readonly DiagnosticRule PatternMatchesNoOperation = new(
        "KILN0056", DiagnosticLevel.Warning, "Pattern matches no operation",
        "The pattern '{0}' of {1} matches no operation of the document; correct or remove it");

    public static readonly DiagnosticRule NoOperationSelected = new(
        "KILN0057", DiagnosticLevel.Error, "No operation selected",
        "The include and exclude patterns leave none of the document's operations; widen the patterns");

    // KILN0059 to 0069: the structure of the OpenAPI document, continued.
    public static readonly DiagnosticRule UnknownSecurityScheme = new(
        "KILN0059", DiagnosticLevel.Warning, "Unknown security scheme",
        "The security scheme '{0}' is required here, but the document does not define it; add it, or correct the name{1}");

    public static readonly DiagnosticRule MisspelledRequiredProperty = new(
        "KILN0060", DiagnosticLevel.Warning, "Misspelled required property",
        "The required property '{0}' is not a property of this schema; did you mean '{1}'?");

    public static readonly DiagnosticRule MisspelledFormat = new(
        "KILN0061", DiagnosticLevel.Info, "Misspelled format",
        "The format '{0}' is unknown and is ignored; did you mean '{1}'?");
}
