using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Types.Sharing;

/// <summary>The schemas of a webhook that get a C# type.</summary>
internal static class WebhookSchemas
{
    /// <summary>How the union of the bodies of all webhooks is called.</summary>
    public static UseLabel Event { get; } = new("WebhookEvent", UseKind.Part);

    /// <summary>Each schema with how the document calls it.</summary>
    public static IEnumerable<(Schema Schema, UseLabel Label)> Of(Webhook webhook)
    {
        foreach (var header in webhook.Headers)
            yield return (header.Schema, new(Identifiers.Pascal(header.WireName), UseKind.Called));
        if (webhook.Body?.Schema is { } body)
            yield return (body, new("Payload", UseKind.Part));
    }
}
