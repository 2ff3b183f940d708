using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>One operation's methods.</summary>
/// <param name="Name">What the methods' names begin with.</param>
/// <param name="Method">The method as it is sent: <c>GET</c>.</param>
/// <param name="Path">The path as the document has it: <c>/pets/{petId}</c>.</param>
/// <param name="Doc">What it does.</param>
/// <param name="Arguments">The parameters that must be given.</param>
/// <param name="Query">The query's class.</param>
/// <param name="HeaderParameters">The class of parameters in headers and cookies; <see langword="null"/> for none.</param>
/// <param name="Body">What is sent.</param>
/// <param name="Url">The path of its URL.</param>
/// <param name="Accept">The media type that is asked for.</param>
/// <param name="Security">The expression of the credentials that it needs; <see langword="null"/> if those are the document's.</param>
/// <param name="Server">The URL of its own server; <see langword="null"/> if that is the client's.</param>
/// <param name="Response">What comes back.</param>
/// <param name="HeadersType">The class of the answer's headers; <see langword="null"/> for the plain one.</param>
/// <param name="Errors">The exception for each status.</param>
/// <param name="Fields">The private static fields.</param>
/// <param name="Paging">How its pages are walked.</param>
/// <example><c>Get</c> becomes <c>GetAsync</c>, <c>GetWithResponseAsync</c>, <c>ToGetRequestInformation</c> and, with paging, <c>GetAllAsync</c>.</example>
internal sealed record CallShape(
    string Name,
    string Method,
    string Path,
    DocShape Doc,
    EquatableArray<ArgumentShape> Arguments,
    string Query,
    string? HeaderParameters,
    BodyShape? Body,
    EquatableArray<PathPartShape> Url,
    string Accept,
    string? Security,
    string? Server,
    ResponseShape Response,
    string? HeadersType,
    EquatableArray<ErrorCaseShape> Errors,
    CallFieldsShape Fields,
    PagingShape? Paging)
{
    /// <summary>The name of the methods that send the operation's first body, if these send another; <see langword="null"/> if these are they.</summary>
    public string? First { get; init; }

    /// <summary>What the document says of the successes, in one line; empty for nothing.</summary>
    public string Successes { get; init; } = "";

    /// <summary>Short examples of what is sent and of what comes back, as lines of JSON; <see langword="null"/> for none.</summary>
    public (string? Sent, string? Received) Examples { get; init; }

    /// <summary>How bodies are read item by item.</summary>
    public EquatableArray<StreamShape> Streams { get; init; } = [];

    /// <summary>The methods that read further media types into types of their own.</summary>
    public EquatableArray<AnswerShape> Others { get; init; } = [];

    /// <summary>The method that takes a media type; <see langword="null"/> for none.</summary>
    public RawShape? Raw { get; init; }

    /// <summary>The header for a key that is made for each call; <see langword="null"/> for none.</summary>
    public string? IdempotencyHeader { get; init; }

    /// <summary>How many requests the service takes; <see langword="null"/> when the document does not say.</summary>
    public RateLimitShape? RateLimit { get; init; }
}
