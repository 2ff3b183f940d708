namespace Kiln.Generator.Api.Model;

/// <summary>A parameter of an operation.</summary>
/// <example><c>limit</c>, in the query, an optional integer.</example>
/// <param name="WireName">Its name in the request.</param>
/// <param name="In">Where it is sent.</param>
/// <param name="IsRequired">Whether it must be sent.</param>
/// <param name="Schema">The schema of its value.</param>
/// <param name="Style">How the value is written.</param>
/// <param name="Explode">Whether each item of an array is written as a parameter of its own.</param>
/// <param name="Maximum">The greatest value of an integer; <see langword="null"/> when the document has none.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="Deprecation">Why it is deprecated; <see langword="null"/> if it is not.</param>
internal sealed record Parameter(
    string WireName,
    ParameterLocation In,
    bool IsRequired,
    Schema Schema,
    ParameterStyle Style,
    bool Explode,
    long? Maximum,
    string? Description,
    string? Deprecation)
{
    /// <summary>The value that the service uses when the parameter is not sent; <see langword="null"/> when the document has none.</summary>
    public DefaultValue? Default { get; init; }

    /// <summary>The name that the document gives the C# property or argument, or <see langword="null"/>.</summary>
    public string? NameOverride { get; init; }
}

/// <summary>Where a parameter is sent (OpenAPI 3.0.3, "Parameter Locations").</summary>
internal enum ParameterLocation
{
    Path,
    Query,
    Header,
}

/// <summary>How a parameter's value is written (OpenAPI 3.0.3, "Style Values").</summary>
internal enum ParameterStyle
{
    Simple,
    Form,
    SpaceDelimited,
    PipeDelimited,
}
