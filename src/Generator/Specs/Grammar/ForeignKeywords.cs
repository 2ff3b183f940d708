namespace Kiln.Generator.Specs.Grammar;

/// <summary>
/// Extensions that other tools write, and what they are read as. The code that reads them takes them from here, and a table in docs/input.md shows them.
/// Of several keys with one meaning, the first that is present applies.
/// </summary>
/// <param name="Keys">The keys with this meaning.</param>
/// <param name="On">The objects on which they are read, as the docs say it.</param>
/// <param name="Meaning">What they are read as, as the docs say it.</param>
/// <param name="Standard">The key of OpenAPI with the same meaning and the same values; <see langword="null"/> if there is none.</param>
internal sealed record ForeignKeywords(string[] Keys, string On, string Meaning, string? Standard = null)
{
    public const string MicrosoftEnum = "x-ms-enum";
    public const string ExtensibleEnum = "x-extensible-enum";
    public const string MicrosoftDeprecation = "x-ms-deprecation";

    private const string Schemas = "a schema, or a parameter or header of Swagger 2.0";
    private const string Enums = "an enum";

    public static readonly ForeignKeywords Nullable = new(["x-nullable", "x-isnullable", "x-is-nullable"], Schemas, "`nullable`", "nullable");

    public static readonly ForeignKeywords ReadOnly = new(["x-readOnly"], Schemas, "`readOnly`", "readOnly");

    public static readonly ForeignKeywords WriteOnly = new(["x-writeOnly"], Schemas, "`writeOnly`", "writeOnly");

    public static readonly ForeignKeywords Deprecated = new(["x-deprecated"], Schemas, "`deprecated`", "deprecated");

    public static readonly ForeignKeywords DeprecationMessage =
        new(["x-deprecated-message", "x-deprecatedMessage"], "all that can be deprecated", "the message of `[Obsolete]`");

    public static readonly ForeignKeywords ClientName =
        new(["x-csharp-name", "x-ms-client-name"], "all that has a name", "`x-kiln-name`, which takes precedence");

    public static readonly ForeignKeywords EnumNames = new(["x-enum-varnames", "x-enumNames", "x-enum-names"], Enums, "the names of its values, as an array in their order or an object from value to name");

    public static readonly ForeignKeywords EnumDescriptions = new(["x-enum-descriptions", "x-enumDescriptions"], Enums, "the descriptions of its values, in the same forms");

    /// <summary>All keywords, in the order of the docs.</summary>
    public static readonly ForeignKeywords[] All =
    [
        Nullable,
        ReadOnly,
        WriteOnly,
        Deprecated,
        DeprecationMessage,
        // AutoRest's extensions, which are objects.
        new([MicrosoftDeprecation], "all that can be deprecated", "its `description` is the message of `[Obsolete]`"),
        ClientName,
        EnumNames,
        EnumDescriptions,
        new([MicrosoftEnum], Enums, "its `name` is the name of the enum, and its `values` have names and descriptions"),
        // Zalando's guidelines list values that services add to with it.
        new([ExtensibleEnum], "a schema without `enum`", "`enum`"),
    ];

    /// <summary>The keys, separated as the table of the grammar needs them.</summary>
    public string GrammarKeys { get; } = string.Join(" ", Keys);
}
