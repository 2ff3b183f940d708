using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>One operation: a method of a path.</summary>
/// <example><c>GET /web/api/v2.1/threats/{threat_id}/explore/events</c></example>
/// <param name="Path">The path template as the document has it.</param>
/// <param name="Method">As it is sent: <c>GET</c>. Methods are case-sensitive.</param>
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
    private Derived<Operation, IReadOnlyList<Response>> successes;
    private Derived<Operation, IReadOnlyList<Response>> errors;
    private Derived<Operation, IReadOnlyList<Content>> streams;
    private Derived<Operation, Answers> answers;

    /// <summary>The document's identifier for it (<c>operationId</c>), or <see langword="null"/>.</summary>
    public string? Id { get; init; }

    /// <summary>Where it is.</summary>
    public Origin Origin { get; init; }

    /// <summary>The name that the document gives its methods, or <see langword="null"/>.</summary>
    public string? NameOverride { get; init; }

    /// <summary>The name that the document gives its methods in the class that has those of all operations, or <see langword="null"/>.</summary>
    public string? FlatNameOverride { get; init; }

    /// <summary>The name that its path item gives the path's last segment, or <see langword="null"/>.</summary>
    public string? PathNameOverride { get; init; }

    /// <summary>The name that the document gives the class of its query parameters, or <see langword="null"/>.</summary>
    public string? QueryNameOverride { get; init; }

    /// <summary>The name that the document gives the class of its parameters in headers and cookies, or <see langword="null"/>.</summary>
    public string? HeaderParametersNameOverride { get; init; }

    /// <summary>The name that the document gives the class of its results, or <see langword="null"/>.</summary>
    public string? ResultNameOverride { get; init; }

    /// <summary>The credentials that it needs; <see langword="null"/> if those that the document says for all operations (OpenAPI 3.1.1, "Operation Object").</summary>
    public SecurityRequirement? Security { get; init; }

    /// <summary>Its own servers, or those of its path item, which replace those of the document; empty for none.</summary>
    public EquatableArray<Server> Servers { get; init; } = [];

    /// <summary>The header for a key that is made for each call, so that it can be repeated; <see langword="null"/> for none.</summary>
    public string? IdempotencyHeader { get; init; }

    /// <summary>How many requests the service takes; <see langword="null"/> when the document does not say.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>The links of its successful responses.</summary>
    public EquatableArray<Link> Links { get; init; } = [];

    /// <summary>
    /// The responses that are no errors, by status: those of 2xx; where none is declared, redirects; and where there are none of these either, <c>default</c>, unless it has the body of an
    /// error. Not among them is 304.
    /// </summary>
    public IReadOnlyList<Response> Successes => successes.Of(this, static o => o.FindSuccesses());

    /// <summary>The response whose headers are typed: of several successes the first with a body.</summary>
    public Response? Success => Successes.FirstOrDefault(r => r.HasBody) ?? Successes.FirstOrDefault();

    /// <summary>Whether its only success is a redirect, behind which there is a body that the document does not describe.</summary>
    public bool IsRedirected => Success is { IsRedirect: true };

    /// <summary>The responses that are errors: all but the successes and 304.</summary>
    public IReadOnlyList<Response> Errors => errors.Of(this, static o => [.. o.Responses.Where(r => !r.IsSuccess && !r.IsNotModified && !o.Successes.Contains(r))]);

    /// <summary>The responses that are no errors and for which the document declares no body.</summary>
    public IEnumerable<Response> EmptyResponses => Responses.Where(r => (r.IsSuccess || r.IsNotModified) && !r.HasBody);

    /// <summary>The bodies of its successes, by media type.</summary>
    public Answers Answers => answers.Of(this, static o => Answers.Of(o));

    /// <summary>The content of the success's body; <see langword="null"/> if it has none, or if it depends on the status.</summary>
    public Content? SuccessContent => Answers.Primary?.Content;

    /// <summary>Whether the document says nothing of a success's body, though there may be one.</summary>
    public bool HasUnknownBody => Method != "HEAD" && Streams.Count == 0 && Answers.Primary switch
    {
        null => Success is not null && Successes.Any(r => !r.IsBodiless),
        { Content: { Schema: null, Kind: BodyKind.Json } } => true,
        _ => false,
    };

    /// <summary>The bodies of success that are sequences of items, by their formats; of several with one format the first.</summary>
    public IReadOnlyList<Content> Streams => streams.Of(this, static o => o.FindStreams());

    private IReadOnlyList<Response> FindSuccesses() =>
        Ordered(r => r.IsSuccess) is { Count: > 0 } found ? found
        : Ordered(r => r.IsRedirect) is { Count: > 0 } redirects ? redirects
        : Ordered(r => r.Status == "default" && !Responses.Any(e => e.IsError && e.HasBody && e.HasBodyOf(r)));

    private IReadOnlyList<Content> FindStreams() => Method == "HEAD"
        ? []
        : [.. Successes.Where(r => r.HasBody).SelectMany(r => r.Contents).Where(c => c.Items is not null).GroupBy(c => c.Items!.Format).OrderBy(g => g.Key).Select(g => g.First())];

    private List<Response> Ordered(Func<Response, bool> isOne) => [.. Responses.Where(isOne).OrderBy(r => r.Status, StringComparer.Ordinal)];
}
