using Kiln.Generator.Collections;

namespace Kiln.Generator.Api;

/// <summary>What a document says of an API, resolved: no references but to named schemas, no positions, equal by value.</summary>
/// <param name="Title">The API's title; empty when the document has none.</param>
/// <param name="Description">What the API is for.</param>
/// <param name="ServerUrl">The first server's URL with its variables' defaults filled in; <see langword="null"/> when it is missing or relative.</param>
/// <param name="Operations">In the order of the document.</param>
/// <param name="Schemas">The named schemas, in the order of the document, then of their first use.</param>
internal sealed record ApiModel(
    string Title,
    string? Description,
    string? ServerUrl,
    EquatableArray<Operation> Operations,
    EquatableArray<NamedSchema> Schemas);

/// <summary>One thing that the API can be asked to do.</summary>
/// <example><c>GET /web/api/v2.1/threats/{threat_id}/explore/events</c></example>
/// <param name="Path">The path template as the document has it.</param>
/// <param name="Method">In capitals, <c>GET</c>.</param>
/// <param name="Summary">What it does, in a line.</param>
/// <param name="Description">What it does, at length.</param>
/// <param name="Deprecation">Why the document advises against it; <see langword="null"/> if it does not.</param>
/// <param name="Parameters">The operation's own, then those of its path.</param>
/// <param name="Body">What it takes; <see langword="null"/> for nothing.</param>
/// <param name="Responses">What it may answer, in the order of the document.</param>
/// <param name="Paging">How its pages are walked; <see langword="null"/> when the document does not say.</param>
internal sealed record Operation(
    string Path,
    string Method,
    string? Summary,
    string? Description,
    string? Deprecation,
    EquatableArray<Parameter> Parameters,
    RequestBody? Body,
    EquatableArray<Response> Responses,
    Paging? Paging)
{
    /// <summary>The name that the document chooses for its methods (<see cref="ChosenNames"/>), or <see langword="null"/>.</summary>
    public string? Wish { get; init; }

    /// <summary>The name that its path item chooses for the path's last segment, or <see langword="null"/>.</summary>
    public string? PathWish { get; init; }

    /// <summary>Whether requests are sent without credentials, as <c>security: []</c> says (OpenAPI 3.0.3, "Operation Object").</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>The one answer that says what a success is: of several the first with a body, and the default where none is declared.</summary>
    public Response? Success =>
        Responses.FirstOrDefault(r => r.IsSuccess && r.Contents.Count > 0)
        ?? Responses.FirstOrDefault(r => r.IsSuccess)
        ?? Responses.FirstOrDefault(r => r.Status == "default");
}

/// <summary>One value that a caller may send with an operation.</summary>
/// <example><c>limit</c>, in the query, an optional integer.</example>
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
    /// <summary>What the service takes where it is not sent; <see langword="null"/> when the document does not say.</summary>
    public DefaultValue? Default { get; init; }

    /// <summary>The name that the document chooses for it (<see cref="ChosenNames"/>), or <see langword="null"/>.</summary>
    public string? Wish { get; init; }
}

internal enum ParameterLocation
{
    Path,
    Query,
    Header,
}

/// <summary>How a parameter's value is spelled (OpenAPI 3.0.3, "Style Values").</summary>
internal enum ParameterStyle
{
    Simple,
    Form,
    SpaceDelimited,
    PipeDelimited,
}

/// <summary>What an operation takes.</summary>
internal sealed record RequestBody(bool IsRequired, EquatableArray<Content> Contents, string? Description);

/// <summary>A body in one media type.</summary>
/// <param name="MediaType">As the document has it, <c>application/json</c>.</param>
/// <param name="Schema"><see langword="null"/> when the document does not say.</param>
/// <param name="IsNullable">Whether JSON null is such a body too.</param>
internal sealed record Content(string MediaType, Schema? Schema, bool IsNullable = false);

/// <summary>What an operation may answer.</summary>
/// <param name="Status">A status (<c>404</c>), a class of them (<c>5XX</c>), or <c>default</c>.</param>
/// <param name="Description">When it does.</param>
/// <param name="Contents">One for each media type; empty for no body.</param>
/// <param name="Headers">The headers that the document names.</param>
internal sealed record Response(string Status, string? Description, EquatableArray<Content> Contents, EquatableArray<Header> Headers)
{
    /// <summary>Whether the status says so, as <c>200</c> and <c>2XX</c> do.</summary>
    public bool IsSuccess => Status is ['2', ..];
}

/// <summary>A header of an answer.</summary>
internal sealed record Header(string WireName, bool IsRequired, Schema Schema, string? Description);
