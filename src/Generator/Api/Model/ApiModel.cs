using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>What a document says of an API, resolved: no references but to named schemas, no locations, equal by value.</summary>
/// <param name="Title">The API's title; empty when the document has none.</param>
/// <param name="Description">What the API is for.</param>
/// <param name="ServerUrl">The first server's URL with the defaults of its variables filled in; <see langword="null"/> when it is missing or relative.</param>
/// <param name="Operations">In the order of the document.</param>
/// <param name="Schemas">The named schemas, in the order of the document, then of their first use.</param>
internal sealed record ApiModel(
    string Title,
    string? Description,
    string? ServerUrl,
    EquatableArray<Operation> Operations,
    EquatableArray<NamedSchema> Schemas);
