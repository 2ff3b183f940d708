namespace Kiln.Generator.Diagnostics;

/// <summary>What reading a document can tell: KILN0001 to KILN0099.</summary>
internal static class SpecRules
{
    // KILN0001 to 0012: the text as YAML or JSON; 0013 to 0019: more than can be taken.
    public static readonly DiagnosticRule InvalidYaml = new(
        "KILN0001", DiagnosticLevel.Error, "The document is not valid YAML", "This is not valid YAML: {0}");

    public static readonly DiagnosticRule InvalidJson = new(
        "KILN0002", DiagnosticLevel.Error, "The document is not valid JSON", "This is not valid JSON: {0}");

    public static readonly DiagnosticRule DuplicateKey = new(
        "KILN0003", DiagnosticLevel.Error, "A key stands twice", "The key '{0}' already stands on line {1}; remove or rename one of the two");

    public static readonly DiagnosticRule KeyIsNotScalar = new(
        "KILN0004", DiagnosticLevel.Error, "A key is a map or a list", "A key must be a single value, not a map or a list; put it in quotes if its braces or brackets are meant as text");

    public static readonly DiagnosticRule SeveralDocuments = new(
        "KILN0005", DiagnosticLevel.Error, "The file holds several documents", "A second YAML document begins here; keep one document in a file");

    public static readonly DiagnosticRule UnknownAlias = new(
        "KILN0006", DiagnosticLevel.Error, "An alias has no anchor", "The alias '*{0}' has no anchor '&{0}' before it; add the anchor, or put the value in quotes if the asterisk is meant as text");

    public static readonly DiagnosticRule RecursiveAlias = new(
        "KILN0007", DiagnosticLevel.Error, "An alias stands inside its own anchor", "The alias '*{0}' stands inside what '&{0}' names, which would have no end; use a $ref for a recursive schema");

    public static readonly DiagnosticRule AliasesTooLarge = new(
        "KILN0008", DiagnosticLevel.Error, "Aliases stand for too much", "Up to here the document's aliases stand for more than {0} values; write it with fewer aliases, or with $refs");

    public static readonly DiagnosticRule NestedTooDeeply = new(
        "KILN0009", DiagnosticLevel.Error, "The document is nested too deeply", "Maps and lists stand more than {0} levels deep here; move inner parts to components and use a $ref");

    public static readonly DiagnosticRule MergeNeedsMap = new(
        "KILN0010", DiagnosticLevel.Error, "A merge key has no map", "The merge key '<<' takes a map or a list of maps, as an alias gives it");

    public static readonly DiagnosticRule NumberNotFinite = new(
        "KILN0011", DiagnosticLevel.Warning, "A number has no notation in JSON", "JSON has no notation for the number '{0}', so it is taken for a string; put it in quotes if it is one, otherwise remove it");

    public static readonly DiagnosticRule TagNotApplied = new(
        "KILN0012", DiagnosticLevel.Warning, "A tag cannot be applied", "The tag '{0}' cannot be applied to '{1}', which is taken for a string; remove the tag or mend the value");

    public static readonly DiagnosticRule TypeTooDeep = new(
        "KILN0013", DiagnosticLevel.Error, "A type is nested too deeply", "With the schemas that it leads to, this one is made of lists, dictionaries, parts and cases more than {0} levels deep; make one of them a field of an object");

    public static readonly DiagnosticRule PathTooLong = new(
        "KILN0014", DiagnosticLevel.Error, "A path has too many segments", "The path has {0} segments, and each of the first {1} becomes a class; shorten it");

    public static readonly DiagnosticRule TooMany = new(
        "KILN0015", DiagnosticLevel.Error, "There are too many of something", "There are {0} {1} here, and at most {2} are taken; {3}");

    public static readonly DiagnosticRule EnumIsTooLong = new(
        "KILN0016", DiagnosticLevel.Warning, "An enum has too many values", "The enum has {0} values, and up to {1} get names; it is given as its plain type");

    public static readonly DiagnosticRule UnionIsTooLong = new(
        "KILN0017", DiagnosticLevel.Warning, "A union has too many cases", "Of up to {1} cases one is told from the others, and these are {0}; the value is kept as JSON");

    public static readonly DiagnosticRule TextIsCut = new(
        "KILN0018", DiagnosticLevel.Info, "A description is cut", "The {0} has {1} characters, of which the first {2} go into doc comments");

    public static readonly DiagnosticRule TooMuchInherited = new(
        "KILN0019", DiagnosticLevel.Error, "Schemas take over too many fields", "Up to this one, schemas take over more than {0} fields from others by allOf, oneOf and anyOf, and each would be written out; make the shared schema a field instead");

    // KILN0020 to 0039: the document as OpenAPI.
    public static readonly DiagnosticRule EmptyDocument = new(
        "KILN0020", DiagnosticLevel.Error, "The document is empty", "The document is empty; it must hold an OpenAPI document");

    public static readonly DiagnosticRule RootIsNotMap = new(
        "KILN0021", DiagnosticLevel.Error, "The document is not a map", "An OpenAPI document is a map with the key 'openapi' or 'swagger', and this is {0}");

    public static readonly DiagnosticRule NotOpenApi = new(
        "KILN0022", DiagnosticLevel.Error, "The document is not OpenAPI", "An OpenAPI document has the key 'openapi' or 'swagger' at its root; found {0}");

    public static readonly DiagnosticRule UnsupportedVersion = new(
        "KILN0023", DiagnosticLevel.Error, "The version of OpenAPI is not supported", "The version '{0}' is not supported; these are: swagger 2.0, openapi 3.0, 3.1 and 3.2");

    public static readonly DiagnosticRule NoPaths = new(
        "KILN0024", DiagnosticLevel.Warning, "The document describes no operations", "The document has no 'paths', so there is nothing to call; add the paths");

    public static readonly DiagnosticRule ReferenceToNowhere = new(
        "KILN0025", DiagnosticLevel.Error, "A $ref leads nowhere", "The $ref '{0}' leads nowhere: {1}; add what it names or mend the $ref");

    public static readonly DiagnosticRule ReferenceToOtherFile = new(
        "KILN0026", DiagnosticLevel.Error, "A $ref leads out of the given files", "The $ref '{0}' leads to nothing that is given, and nothing else is read from disk or network; {1}");

    public static readonly DiagnosticRule ReferenceIsNotText = new(
        "KILN0027", DiagnosticLevel.Error, "A $ref is not a string", "A $ref must be a string such as '#/components/schemas/Pet', and this is {0}");

    public static readonly DiagnosticRule ReferenceToOtherKind = new(
        "KILN0028", DiagnosticLevel.Error, "A $ref leads to something else", "The $ref '{0}' leads to {1}, and a {2} must stand here");

    public static readonly DiagnosticRule CircularReference = new(
        "KILN0029", DiagnosticLevel.Error, "A definition leads back to itself", "Following '{0}' from here leads back to here through nothing but $ref and allOf, so it defines nothing; take one of them out of the circle");

    public static readonly DiagnosticRule DuplicateOperationId = new(
        "KILN0030", DiagnosticLevel.Warning, "Two operations have one operationId", "The operationId '{0}' already stands on line {1}; give each operation its own");

    public static readonly DiagnosticRule PathParameterNotDeclared = new(
        "KILN0031", DiagnosticLevel.Warning, "A path parameter is not declared", "The parameter '{0}' of '{1}' is not declared for '{2}', so it is taken for a required string; add a parameter with 'in: path' and this name");

    public static readonly DiagnosticRule PathParameterNotInPath = new(
        "KILN0032", DiagnosticLevel.Warning, "A path parameter is not in the path", "The path parameter '{0}' does not stand in '{1}', so no value of it could be sent; add '{{{0}}}' to the path or remove the parameter");

    public static readonly DiagnosticRule SamePathTwice = new(
        "KILN0033", DiagnosticLevel.Warning, "A path stands twice", "The path '{0}' differs from '{1}' on line {2} only in the names of its parameters; put their operations under one path");

    public static readonly DiagnosticRule UnfinishedParameter = new(
        "KILN0034", DiagnosticLevel.Warning, "A parameter is not finished", "The parameter has no '{0}', so no value of it could be sent and it is left out; add the '{0}'");

    public static readonly DiagnosticRule UnknownStatus = new(
        "KILN0035", DiagnosticLevel.Warning, "A response has no status", "No answer has the status '{0}', so the response is left out; a status is like '404', '4XX' or 'default'");

    public static readonly DiagnosticRule MisspelledKey = new(
        "KILN0036", DiagnosticLevel.Warning, "A key is in the wrong case", "'{0}' is no key here, so it is left out; keys are told apart by case, and '{1}' is one");

    // KILN0040 to 0059: what is brought to another form, or left out.
    public static readonly DiagnosticRule WrongForm = new(
        "KILN0040", DiagnosticLevel.Warning, "A value has the wrong form", "'{0}' must be {1} here, and is {2}; it is left out");

    public static readonly DiagnosticRule LimitOutOfRange = new(
        "KILN0041", DiagnosticLevel.Info, "A limit is out of range", "The limit '{0}: {1}' is beyond what a value can reach, so it is left out");

    public static readonly DiagnosticRule IgnoredBesideReference = new(
        "KILN0042", DiagnosticLevel.Info, "A key beside a $ref is ignored", "Before OpenAPI 3.1 keys beside a $ref are ignored, so '{0}' is left out; put the $ref into an allOf to keep it");

    public static readonly DiagnosticRule NoResponses = new(
        "KILN0043", DiagnosticLevel.Warning, "An operation has no responses", "The operation has no 'responses', so its result is unknown; add at least one response");

    public static readonly DiagnosticRule UnsupportedMethod = new(
        "KILN0044", DiagnosticLevel.Warning, "A key of a path item is not supported", "'{0}' is not a method that is supported here ({1}); it is left out");

    public static readonly DiagnosticRule UnsupportedParameterLocation = new(
        "KILN0045", DiagnosticLevel.Warning, "A parameter's location is not supported", "A parameter in '{0}' is not supported; the parameter is left out");

    public static readonly DiagnosticRule UnsupportedSecurityScheme = new(
        "KILN0046", DiagnosticLevel.Warning, "A security scheme is not supported", "A security scheme of the type '{0}' is not supported; it is left out, and credentials of this kind are up to the HTTP client");

    public static readonly DiagnosticRule UnknownWord = new(
        "KILN0047", DiagnosticLevel.Warning, "A value is not one of those allowed", "'{0}' must be one of {1} here, and is '{2}'; it is left out");

    public static readonly DiagnosticRule MappingToNowhere = new(
        "KILN0048", DiagnosticLevel.Warning, "A discriminator's mapping leads nowhere", "The mapping of '{0}' leads to '{1}', which is no schema of this document; it is left out");

    public static readonly DiagnosticRule InliningTooLarge = new(
        "KILN0049", DiagnosticLevel.Error, "References to path items stand for too much", "Up to here more than {0} $refs to path items and the like had to be copied; write the document with fewer");

    // KILN0050 to 0069: what is given beside the document.
    public static readonly DiagnosticRule NotAnOverlay = new(
        "KILN0050", DiagnosticLevel.Error, "A file is not an overlay", "This is not an OpenAPI Overlay: {0}; {1}");

    public static readonly DiagnosticRule WrongJsonPath = new(
        "KILN0051", DiagnosticLevel.Error, "A target is not a JSONPath", "'{0}' is not a JSONPath that can be followed: {1}");

    public static readonly DiagnosticRule OverlayTargetIsNothing = new(
        "KILN0052", DiagnosticLevel.Warning, "An overlay changes nothing", "'{0}' picks nothing of the document, so this action does nothing; mend the target or remove the action");

    public static readonly DiagnosticRule OverlayDoesNotFit = new(
        "KILN0053", DiagnosticLevel.Error, "An overlay does not fit the document", "The action on '{0}' cannot be done: {1}");

    public static readonly DiagnosticRule OverlayOfOtherDocument = new(
        "KILN0054", DiagnosticLevel.Warning, "An overlay is made for another document", "This overlay extends '{0}', and is laid over '{1}'; check that it is the right one");

    public static readonly DiagnosticRule OverlayNotGiven = new(
        "KILN0055", DiagnosticLevel.Error, "An overlay is missing", "The overlay '{0}' does not exist or is not among the given files; its path is relative to the project");

    public static readonly DiagnosticRule PatternIsNothing = new(
        "KILN0056", DiagnosticLevel.Warning, "A pattern names no operation", "The pattern '{0}' of {1} names no operation of the document; mend or remove it");

    public static readonly DiagnosticRule NothingIsLeft = new(
        "KILN0057", DiagnosticLevel.Error, "No operation is left", "The document has operations, and none of them is both included and not excluded; widen the patterns");
}
