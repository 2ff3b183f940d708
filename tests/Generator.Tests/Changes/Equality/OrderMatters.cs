using Kiln.Generator.Tests.Changes.Equality.Rewriting;

namespace Kiln.Generator.Tests.Changes.Equality;

/// <summary>The public documents in which the order of keys decides what the SDK is like, and why.</summary>
internal static class OrderMatters
{
    private const string FirstMediaType = "Of several media types of a body, the first one is sent or asked for.";

    private static readonly Dictionary<string, string> Documents = new(StringComparer.Ordinal)
    {
        ["NJsonSchema__paypal-subscriptions.json"] = "Several properties distinguish the cases of a union: the first one is used.",
        ["apple__event-streams.yaml"] = FirstMediaType,
        ["apple__petstore.yaml"] = FirstMediaType,
        ["hey-api__method-class-conflict.yaml"] = FirstMediaType,
        ["oapi-codegen__content-types.yaml"] = FirstMediaType,
        ["readmeio__30-star-trek.json"] = "The fields of a form are parameters, in the order of its properties.",
        ["digitalocean__specification/DigitalOcean-public.v2.yaml"] = "Two paths want one name: the first one gets it.",
    };

    /// <summary>Whether a finding is one of those.</summary>
    public static bool Explains(Rewrite rewrite, string document, string finding) =>
        rewrite.Apply == KeyOrder.Apply && Documents.ContainsKey(document) && EqualDocuments.IsOfSdk(finding);
}
