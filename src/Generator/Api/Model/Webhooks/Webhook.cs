using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>A request that the service sends: a webhook, or the callback of an operation.</summary>
/// <example><c>newPet</c>, a <c>POST</c> with a <c>Pet</c>.</example>
/// <param name="Name">Its key: of <c>webhooks</c>, <c>callbacks</c> or <c>components/callbacks</c>.</param>
/// <param name="Method">As it is sent: <c>POST</c>.</param>
/// <param name="Headers">The headers that the document names.</param>
/// <param name="Body">Its JSON body; <see langword="null"/> if it has none.</param>
/// <param name="Responses">What the receiver may respond with.</param>
internal sealed record Webhook(string Name, string Method, EquatableArray<Header> Headers, Content? Body, EquatableArray<WebhookResponse> Responses)
{
    /// <summary>Of a callback, the expression of the URL that it is sent to: <c>{$request.body#/url}</c>; <see langword="null"/> for a webhook.</summary>
    public string? Expression { get; init; }

    /// <summary>Of a callback, the operations that have it; several for one of <c>components</c>.</summary>
    public EquatableArray<OperationKey> Callers { get; init; } = [];

    /// <summary>Whether the callback is one of <c>components</c>, which is called the same for all operations.</summary>
    public bool IsComponent { get; init; }

    /// <summary>What it is sent for, in a line.</summary>
    public string? Summary { get; init; }

    /// <summary>What it is sent for, at length.</summary>
    public string? Description { get; init; }

    /// <summary>Why it is deprecated; <see langword="null"/> if it is not.</summary>
    public string? Deprecation { get; init; }

    /// <summary>The name that the document gives its method, or <see langword="null"/>.</summary>
    public string? NameOverride { get; init; }

    /// <summary>How it is signed; <see langword="null"/> when the document does not say.</summary>
    public WebhookSigning? Signing { get; init; }

    /// <summary>Where it is.</summary>
    public Origin Origin { get; init; }
}

/// <summary>What the receiver of a webhook may respond with.</summary>
/// <param name="Status">A status code, a range of them, or <c>default</c>.</param>
/// <param name="Description">What the document says of it.</param>
internal sealed record WebhookResponse(string Status, string? Description);
