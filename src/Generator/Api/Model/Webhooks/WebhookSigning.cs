using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>How a service signs the requests that it sends: <c>x-kiln-webhook-signature</c>.</summary>
/// <example><c>stripe</c>, or the header <c>X-Signature</c> with what is signed.</example>
/// <param name="Scheme">A scheme that the runtime knows; <see langword="null"/> for one that the settings describe.</param>
/// <param name="Settings">What differs from the scheme, by the keys of the extension, in their order.</param>
internal sealed record WebhookSigning(string? Scheme, EquatableArray<SigningSetting> Settings);

/// <summary>A setting of a signature.</summary>
/// <param name="Key">Its key: <c>timestampHeader</c>.</param>
/// <param name="Value">Its value, a number as its digits.</param>
internal sealed record SigningSetting(string Key, string Value);
