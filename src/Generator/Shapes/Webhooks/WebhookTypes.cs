using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Webhooks;

/// <summary>Types of the runtime that read webhooks, whose names a document may well use for types of its own.</summary>
internal static class WebhookTypes
{
    private const string Runtime = "Kiln.Runtime.Webhooks";

    public static TypeName Payload { get; } = new(Runtime, "WebhookPayload");

    public static TypeName Headers { get; } = new(Runtime, "WebhookHeaders");

    public static TypeName Signature { get; } = new(Runtime, "WebhookSignature");

    public static TypeName Encoding { get; } = new(Runtime, "WebhookSignatureEncoding");

    public static TypeName ReadOptions { get; } = new("Kiln.Runtime.Contracts", "ReadOptions");

    public static TypeName HashAlgorithm { get; } = new("System.Security.Cryptography", "HashAlgorithmName");
}
