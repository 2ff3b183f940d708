using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>A parameter of an operation.</summary>
/// <example><c>limit</c>, in the query, an optional integer.</example>
/// <param name="WireName">Its name in the request.</param>
/// <param name="In">Where it is sent.</param>
/// <param name="IsRequired">Whether it must be sent.</param>
/// <param name="Schema">The schema of its value.</param>
/// <param name="Style">How the value is written.</param>
/// <param name="Maximum">The greatest value of an integer; <see langword="null"/> when the document has none.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="Deprecation">Why it is deprecated; <see langword="null"/> if it is not.</param>
internal sealed record Parameter(
    string WireName,
    ParameterLocation In,
    bool IsRequired,
    Schema Schema,
    ParameterStyle Style,
    long? Maximum,
    string? Description,
    string? Deprecation)
{
    /// <summary>Whether its value is a list, an object, or neither.</summary>
    public ParameterKind Kind { get; init; }

    /// <summary>Whether reserved characters are not percent-encoded: <c>allowReserved</c>.</summary>
    public bool AllowsReserved { get; init; }

    /// <summary>Whether an empty value is one: <c>allowEmptyValue</c>.</summary>
    public bool AllowsEmpty { get; init; }

    /// <summary>What the document says of the length, range and pattern of its values.</summary>
    public EquatableArray<ValueLimit> Limits { get; init; } = [];

    /// <summary>The value that the service uses when the parameter is not sent; <see langword="null"/> when the document has none.</summary>
    public DefaultValue? Default { get; init; }

    /// <summary>Where it is declared: in <c>components/parameters</c>, if it is shared.</summary>
    public Origin Origin { get; init; }

    /// <summary>The name that the document gives the C# property or argument, or <see langword="null"/>.</summary>
    public string? NameOverride { get; init; }
}

/// <summary>Where a parameter is sent (OpenAPI 3.2.0, "Parameter Locations").</summary>
internal enum ParameterLocation
{
    Path,
    Query,
    Header,
    Cookie,

    /// <summary>It is the whole query.</summary>
    QueryString,
}

/// <summary>What a parameter's value is.</summary>
internal enum ParameterKind
{
    /// <summary>One that has a text of its own.</summary>
    Single,

    /// <summary>A list of these.</summary>
    List,

    /// <summary>An object, or any value that may contain one or a further list.</summary>
    Composite,
}

/// <summary>How a parameter's value is written (OpenAPI 3.2.0, "Style Values"): the members of the runtime's enum of this name.</summary>
internal enum ParameterStyle
{
    Simple,
    SimpleExploded,
    Label,
    LabelExploded,
    Matrix,
    MatrixExploded,
    Form,
    FormExploded,
    SpaceDelimited,
    PipeDelimited,
    TabDelimited,
    DeepObject,
    DeepObjectWithBrackets,
    DeepObjectRepeated,
    Cookie,
    CookieExploded,
    Json,
}
