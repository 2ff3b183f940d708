namespace Kiln.Generator.Diagnostics;

/// <summary>What there is to tell about what a document says of its API: <c>KILN0100</c> to <c>KILN0199</c>.</summary>
internal static class ApiRules
{
    public static readonly DiagnosticRule CannotBeRead = new(
        "KILN0100", DiagnosticLevel.Error, "The document cannot be read",
        "The document cannot be read as OpenAPI: {0}");


    public static readonly DiagnosticRule EnumIsNotSingle = new(
        "KILN0104", DiagnosticLevel.Info, "The values of an enum are not carried",
        "An enum of objects or lists is given as its plain type; the values get no names");

    public static readonly DiagnosticRule SeveralTypesAreJson = new(
        "KILN0105", DiagnosticLevel.Info, "A value of several types is kept as JSON",
        "A value that may be of several types is given as a JsonElement");

    public static readonly DiagnosticRule ParameterIsSimplified = new(
        "KILN0106", DiagnosticLevel.Warning, "A parameter is sent in a simpler form",
        "The parameter '{0}' uses {1}, which is not carried yet: it takes one text, which is sent as it is given");

    public static readonly DiagnosticRule BodyIsStream = new(
        "KILN0107", DiagnosticLevel.Info, "A body is given as a stream",
        "A body of type '{0}' is given as a stream; its parts are not typed yet");

    public static readonly DiagnosticRule OtherMediaTypes = new(
        "KILN0108", DiagnosticLevel.Info, "Only one media type is used",
        "Of several media types '{0}' is used; {1} cannot be chosen yet");

    public static readonly DiagnosticRule PagingIsWrong = new(
        "KILN0109", DiagnosticLevel.Error, "The paging contract does not fit its operation",
        "x-kiln-paging: {0}");

    public static readonly DiagnosticRule OtherAnswers = new(
        "KILN0110", DiagnosticLevel.Info, "Only one success answer is typed",
        "Of several success answers the body of '{0}' is typed; a body of '{1}' is read as if it were the same");

    public static readonly DiagnosticRule CookieIsNotSent = new(
        "KILN0111", DiagnosticLevel.Warning, "A cookie parameter is not sent",
        "The parameter '{0}' travels in a cookie, which is not carried yet; set the header 'Cookie' where it is needed");

    public static readonly DiagnosticRule MediaTypeIsNoHeader = new(
        "KILN0112", DiagnosticLevel.Warning, "A media type does not fit into a header",
        "The media type '{0}' is empty or has characters that a header cannot carry, so it is left out; media types are printable ASCII");

    // KILN0113 to 0119: choices of shapes.
    public static readonly DiagnosticRule AmbiguousUnion = new(
        "KILN0113", DiagnosticLevel.Warning, "Two cases of a union cannot be told apart",
        "Nothing in JSON tells '{0}' and '{1}' apart, so such a value stays JSON, to be read as either; give the union a discriminator, or each case a required field of its own");

    public static readonly DiagnosticRule UnionByOptionalFields = new(
        "KILN0114", DiagnosticLevel.Info, "The cases of a union are told apart by fields that may be missing",
        "The cases are told apart by optional fields ({0}); an object that has none of them stays JSON, so make them required where they are always there, or add a discriminator");

    public static readonly DiagnosticRule ShapeIsNoObject = new(
        "KILN0115", DiagnosticLevel.Info, "A shape beside properties is no object",
        "The schema has properties, so this shape of its choice, which is no object, is not carried; a value of it is kept as JSON and reported when it is read");

    public static readonly DiagnosticRule KeepsTypeOfBase = new(
        "KILN0116", DiagnosticLevel.Info, "A derived schema narrows a property of its base",
        "The property '{0}' keeps the type that its base '{1}' gives it; a class cannot change the type of what it inherits");

    public static readonly DiagnosticRule ConditionIsNotChecked = new(
        "KILN0117", DiagnosticLevel.Info, "A condition is not checked",
        "'{0}' makes what a value may be depend on the value; it is not checked, and properties that only it names are kept in AdditionalData");

    public static readonly DiagnosticRule DefaultDoesNotFit = new(
        "KILN0120", DiagnosticLevel.Warning, "A default does not fit",
        "The default {0} is no value of its own schema, so it is left out");

    public static readonly DiagnosticRule ReadOnlyAndWriteOnly = new(
        "KILN0121", DiagnosticLevel.Warning, "A field is read-only and write-only",
        "A field that is both readOnly and writeOnly would be in no body; it is taken as neither");

    public static readonly DiagnosticRule ExtraFieldsDiffer = new(
        "KILN0122", DiagnosticLevel.Info, "Fields beyond the declared ones are kept as JSON",
        "Fields beyond the declared ones have several types, by their names; they are kept as JSON");

    public static readonly DiagnosticRule FieldsConflict = new(
        "KILN0123", DiagnosticLevel.Info, "Parts of an allOf disagree about a field",
        "The field '{0}' is of one type here and of another in an earlier part of the allOf; it is taken as it is here");

    public static readonly DiagnosticRule EnumValueIsOfOtherType = new(
        "KILN0130", DiagnosticLevel.Warning, "A value of an enum is not of its type",
        "The value '{0}' is no {1}, which the schema's type asks for, so it gets no name");

    public static readonly DiagnosticRule EnumNamesDoNotFit = new(
        "KILN0131", DiagnosticLevel.Warning, "An enum has more or fewer names than values",
        "'{0}' has {1} entries for {2} values: they are taken in order, as far as they go");

    public static readonly DiagnosticRule FormatIsOfOtherType = new(
        "KILN0132", DiagnosticLevel.Info, "A format does not belong to its type",
        "The format '{0}' is not one of the type '{1}', so the value is given as the plain type");

    public static readonly DiagnosticRule ChosenNameIsNone = new(
        "KILN0133", DiagnosticLevel.Warning, "A name that the document chooses is not one in C#",
        "{0}: '{1}' is no C# identifier that begins with a letter, so the name is made from the document's own word");

    public static readonly DiagnosticRule PlacesAreOneType = new(
        "KILN0134", DiagnosticLevel.Info, "The places of a list share one type",
        "A list whose places have types of their own becomes a tuple when it has two to seven places and no more may follow; this one is a plain list");

    public static readonly DiagnosticRule ItemsAreText = new(
        "KILN0135", DiagnosticLevel.Warning, "The items of a list parameter are sent as texts",
        "The items of the parameter '{0}' are {1}, for which a URL has no one form: each is given as a text, which is sent as it is");

    public static readonly DiagnosticRule ServerIsNotUsed = new(
        "KILN0150", DiagnosticLevel.Info, "A server's address is not used",
        "The address '{0}' is no absolute URL of http or https, so the client has none of its own; give its adapter a BaseUrl");

    public static readonly DiagnosticRule HalfCharacter = new(
        "KILN0151", DiagnosticLevel.Error, "A text holds half a character",
        "This holds half of a surrogate pair, which is no character and cannot be sent; write the whole pair, or remove it");
}
