using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>One operation: a method of a path.</summary>
/// <example><c>GET /web/api/v2.1/threats/{threat_id}/explore/events</c></example>
/// <param name="Path">The path template as the document has it.</param>
/// <param name="Method">In capitals, <c>GET</c>.</param>
/// <param name="Summary">What it does, in a line.</param>
/// <param name="Description">What it does, at length.</param>
/// <param name="Deprecation">Why it is deprecated; <see langword="null"/> if it is not.</param>
/// <param name="Parameters">The operation's own, then those of its path item.</param>
/// <param name="Body">The request body; <see langword="null"/> for none.</param>
/// <param name="Responses">In the order of the document.</param>
/// <param name="Paging">How its pages are read; <see langword="null"/> when the document does not say.</param>
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
    /// <summary>The name that the document gives its methods, or <see langword="null"/>.</summary>
    public string? NameOverride { get; init; }

    /// <summary>The name that its path item gives the path's last segment, or <see langword="null"/>.</summary>
    public string? PathNameOverride { get; init; }

    /// <summary>Whether requests are sent without credentials, as <c>security: []</c> says (OpenAPI 3.0.3, "Operation Object").</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>The response that is typed as the success: of several the first with a body, and <c>default</c> where none is declared.</summary>
    public Response? Success =>
        Responses.FirstOrDefault(r => r.IsSuccess && r.HasBody)
        ?? Responses.FirstOrDefault(r => r.IsSuccess)
        ?? Responses.FirstOrDefault(r => r.Status == "default");

    /// <summary>The responses that are no errors and for which the document declares no body.</summary>
    public IEnumerable<Response> EmptyResponses => Responses.Where(r => (r.IsSuccess || r.IsNotModified) && !r.HasBody);

    /// <summary>The content of the success's body; <see langword="null"/> if it has none. An answer to HEAD never has one (RFC 9110, section 9.3.2).</summary>
    public Content? SuccessContent => Method != "HEAD" && Success is { HasBody: true } success ? MediaTypes.Choose(success.Contents) : null;

    /// <summary>Whether the document says nothing of a success's body, though there may be one.</summary>
    public bool HasUnknownBody => Method != "HEAD" && SuccessContent switch
    {
        null => Success is not null && Responses.Any(r => (r.IsSuccess || r == Success) && !r.IsBodiless),
        { Schema: null } content => MediaTypes.KindOf(content.MediaType) == BodyKind.Json,
        _ => false,
    };
}
