using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>What a document says of an API, resolved: no references but to named schemas, no locations, equal by value.</summary>
/// <param name="Title">The API's title; empty when the document has none.</param>
/// <param name="Description">What the API is for.</param>
/// <param name="Operations">In the order of the document.</param>
/// <param name="Schemas">The named schemas, in the order of the document, then of their first use.</param>
internal sealed record ApiModel(
    string Title,
    string? Description,
    EquatableArray<Operation> Operations,
    EquatableArray<NamedSchema> Schemas)
{
    /// <summary>The servers of the document; empty for none.</summary>
    public EquatableArray<Server> Servers { get; init; } = [];

    /// <summary>The first server's URL with the defaults of its variables filled in; <see langword="null"/> when it is missing, relative, or has a variable without a default.</summary>
    public string? ServerUrl => Servers is { Count: > 0 } && Servers[0] is { IsRelative: false, DefaultUrl: { } url } ? url : null;

    /// <summary>The security schemes that are required somewhere.</summary>
    public EquatableArray<SecurityScheme> SecuritySchemes { get; init; } = [];

    /// <summary>The requirement of operations without their own; <see langword="null"/> if the document does not say.</summary>
    public SecurityRequirement? Security { get; init; }

    /// <summary>The requests that the service sends: webhooks, then callbacks.</summary>
    public EquatableArray<Webhook> Webhooks { get; init; } = [];

    /// <summary>The union of the bodies of all webhooks, if a property distinguishes them; else <see langword="null"/>.</summary>
    public UnionSchema? WebhookEvent { get; init; }

    /// <summary>The beginning of paths that the document wants to be folded into the client, empty for none; <see langword="null"/> if it does not say.</summary>
    public string? PathPrefix { get; init; }

    /// <summary>The names that the document gives the last segments of paths.</summary>
    public EquatableArray<PathName> PathNames { get; init; } = [];

    /// <summary>The pointers of all <see cref="Origin"/>s, in the order in which they were read.</summary>
    public EquatableArray<string> Origins { get; init; } = EquatableArray<string>.Empty;
}
