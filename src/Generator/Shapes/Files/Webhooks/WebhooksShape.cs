using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The class that reads webhooks and callbacks.</summary>
/// <param name="Runtime">The names of the runtime's types in the file.</param>
/// <param name="Signatures">How requests are signed.</param>
/// <param name="Event">The method that reads any webhook; <see langword="null"/> for none.</param>
/// <param name="Webhooks">The webhooks and callbacks.</param>
/// <example><c>PetsWebhooks</c> with <c>ReadNewPet</c>.</example>
internal sealed record WebhooksShape(
    string HintName,
    string Namespace,
    EquatableArray<UsingShape> Usings,
    string Name,
    DocShape Doc,
    WebhookTypesShape Runtime,
    EquatableArray<SignatureShape> Signatures,
    EventShape? Event,
    EquatableArray<WebhookShape> Webhooks)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>How a file writes the names of the runtime's types.</summary>
internal sealed record WebhookTypesShape(string Payload, string Headers, string Signature, string Options);

/// <summary>A way of signing.</summary>
/// <param name="Property">The property with it.</param>
/// <param name="Expression">Its value.</param>
/// <param name="IsOfAll">Whether all webhooks are signed so.</param>
internal sealed record SignatureShape(string Property, string Expression, bool IsOfAll);

/// <summary>The method that reads any webhook.</summary>
/// <param name="Type">The union of their bodies.</param>
/// <param name="Wire">The expression of its wire type.</param>
/// <param name="Property">The property that distinguishes them.</param>
/// <param name="Signature">The property with the way in which all are signed; <see langword="null"/> for none.</param>
internal sealed record EventShape(string Type, string Wire, string Property, string? Signature);

/// <summary>A webhook or callback.</summary>
/// <param name="Name">What is behind the verb in the names of its methods.</param>
/// <param name="Key">Its key in the document.</param>
/// <param name="Method">As it is sent.</param>
/// <param name="Doc">What the document says of it.</param>
/// <param name="Callers">Of a callback, the operations that have it: <c>POST /streams</c>.</param>
/// <param name="Url">Of a callback, the expression of its URL; <see langword="null"/> for a webhook.</param>
/// <param name="Type">The type of its body; <see langword="null"/> for none.</param>
/// <param name="Wire">The expression of the body's wire type.</param>
/// <param name="HeadersType">The class of its headers; <see langword="null"/> for none.</param>
/// <param name="Signature">The property with the way in which it is signed; <see langword="null"/> for none.</param>
/// <param name="Responses">What the receiver may respond with.</param>
internal sealed record WebhookShape(
    string Name,
    string Key,
    string Method,
    DocShape Doc,
    EquatableArray<string> Callers,
    string? Url,
    string? Type,
    string Wire,
    string? HeadersType,
    string? Signature,
    EquatableArray<(string Status, string? Description)> Responses);
