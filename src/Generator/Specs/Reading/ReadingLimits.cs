namespace Kiln.Generator.Specs.Reading;

/// <summary>
/// All limits of size and depth for a document. Each is far above what known documents need, and low enough that a malicious document is
/// rejected within seconds. "Largest known" refers to some 60 public documents.
/// </summary>
internal static class ReadingLimits
{
    /// <summary>
    /// Nesting depth of maps and lists. NSwag's reader stops at 128 levels, and normalization adds
    /// a few; the deepest public documents have about 40.
    /// </summary>
    public const int Depth = 120;

    /// <summary>Nodes to which the aliases of a YAML document expand: a "billion laughs" attack is a few lines long.</summary>
    public const int AliasedNodes = 1_000_000;

    /// <summary>Copies of nodes that replace references to them.</summary>
    public const int InlinedCopies = 10_000;

    /// <summary>Depth to which schemas are composed of each other, through references too: far more than any known document has, and far less than a thread's stack allows.</summary>
    public const int CompositionDepth = 500;

    /// <summary>Segments of a path: each becomes a class with the values of all before it.</summary>
    public const int PathSegments = 100;

    /// <summary>Paths: NSwag visits all of them for each one that it adds. Largest known: 1,072.</summary>
    public const int Paths = 10_000;

    /// <summary>Parameters of an operation, including those of its path: their names are compared with each other. Largest known: 116.</summary>
    public const int Parameters = 1_000;

    /// <summary>Properties that an object declares: their table is a single expression for the compiler. Largest known: 360.</summary>
    public const int Properties = 5_000;

    /// <summary>
    /// Properties that all objects together inherit by <c>allOf</c>, <c>oneOf</c> and <c>anyOf</c>, where each inheritance of an object, and each
    /// 100 characters of a description, count as a property: a few lines can inherit very many. Largest known: some thousands.
    /// </summary>
    public const int InheritedProperties = 50_000;

    /// <summary>Depth of inheritance from schemas with a discriminator: each class has the properties of all its ancestors. Largest known: 4.</summary>
    public const int InheritanceDepth = 50;

    /// <summary>Values of an enum: each becomes a member. Lists of time zones have 600. Largest known: 145.</summary>
    public const int EnumValues = 10_000;

    /// <summary>Alternatives of a union: they are compared with each other. Largest known: 60.</summary>
    public const int UnionCases = 1_000;

    /// <summary>Characters of a description in a doc comment. Largest known: 18,555.</summary>
    public const int DescriptionLength = 65_536;

    /// <summary>
    /// Characters of all names and values that become string literals, each counted once: the compiler allows 8 million in an assembly, and some are
    /// emitted within longer literals.
    /// </summary>
    public const int LiteralCharacters = 4_000_000;

    /// <summary>Characters of the parameter descriptions of all operations, with shared ones counted for each. Kubernetes' 1,000 operations have some millions.</summary>
    public const int ParameterDescriptions = 50_000_000;

    /// <summary>Characters of a number: the JSON reader accepts 380.</summary>
    public const int NumberLength = 300;
}
