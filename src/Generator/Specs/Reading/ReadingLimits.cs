namespace Kiln.Generator.Specs.Reading;

/// <summary>
/// What a document may ask of the machine: all limits of size and depth, each far beyond what people and their tools write, and near enough that a
/// hostile document ends within seconds. "Largest known" is among some 60 public documents.
/// </summary>
internal static class ReadingLimits
{
    /// <summary>
    /// How deep maps and lists may stand in each other. NSwag's reader stops at 128 levels, and the normal form wraps
    /// some nodes in a few more; the deepest public documents have about 40.
    /// </summary>
    public const int Depth = 120;

    /// <summary>How many nodes a YAML document's aliases may stand for: "billion laughs" is a few lines long.</summary>
    public const int AliasedNodes = 1_000_000;

    /// <summary>Segments of a path: each is a class that holds the values of all before it.</summary>
    public const int PathSegments = 100;

    /// <summary>Paths: NSwag visits all of them for each that it adds. Largest known: 1,072.</summary>
    public const int Paths = 10_000;

    /// <summary>Parameters of an operation, those of its path counted: they are looked up in each other's names. Largest known: 116.</summary>
    public const int Parameters = 1_000;

    /// <summary>Fields that an object declares: the compiler takes a table of them for one expression. Largest known: 360.</summary>
    public const int Properties = 5_000;

    /// <summary>
    /// Fields that all objects together take over from others by <c>allOf</c>, <c>oneOf</c> and <c>anyOf</c>, each way from one object to another, and
    /// each 100 characters of a description, counted as a field: a few lines take over very many. Largest known: some thousands.
    /// </summary>
    public const int InheritedProperties = 50_000;

    /// <summary>Schemas that one with a discriminator may be derived from, in a row: each class knows the fields of all. Largest known: 4.</summary>
    public const int InheritanceDepth = 50;

    /// <summary>Values that an enum names: each is a member. Lists of time zones have 600. Largest known: 145.</summary>
    public const int EnumValues = 10_000;

    /// <summary>Shapes that a union tells apart: each is compared with others. Largest known: 60.</summary>
    public const int UnionCases = 1_000;

    /// <summary>Characters of a description that go into doc comments. Largest known: 18,555.</summary>
    public const int DescriptionLength = 65_536;

    /// <summary>
    /// Characters of all names and values that become text in code, each counted once: the compiler takes 8 million in an assembly, and some are
    /// written with others around them.
    /// </summary>
    public const int LiteralCharacters = 4_000_000;

    /// <summary>Characters with which all operations describe their parameters, shared ones counted at each. Kubernetes' 1,000 operations have some millions.</summary>
    public const int ParameterDescriptions = 50_000_000;

    /// <summary>Digits of a number: the JSON reader takes 380.</summary>
    public const int NumberLength = 300;
}
