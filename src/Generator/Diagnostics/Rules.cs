namespace Kiln.Generator.Diagnostics;

/// <summary>
/// All that Kiln can tell about a document. A message tells what is wrong and what to do; each rule has a page under
/// <c>docs/diagnostics</c> and a row in <c>AnalyzerReleases.*.md</c>. Ids are never reused.
/// </summary>
internal static class Rules
{
    // KILN0001 to 0019: the text as YAML or JSON.
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

    /// <summary>The rules in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticRule> All { get; } =
        [.. typeof(Rules).GetFields().Select(f => f.GetValue(null)).OfType<DiagnosticRule>()];
}
