using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Operations;

/// <summary>
/// Removes and reports header parameters whose definition "SHALL be ignored" (OpenAPI 3.0.3, "Parameter Object"): the media types and the security schemes of a
/// document determine these headers. OpenAPI 2.0 has no such rule, but <c>Accept</c> and <c>Content-Type</c> are not the caller's there either.
/// </summary>
internal static class IgnoredHeaderParameters
{
    private static readonly Dictionary<string, string> Senders = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Accept"] = "the SDK sends the media type of the response",
        ["Content-Type"] = "the SDK sends the media type of the body",
        ["Authorization"] = "the authentication provider that you pass to the request adapter sends it",
    };

    public static SpecNode? Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.Parameter || node is not SpecMap map || map["in"].AsText() != "header" || map["name"] is not { } name)
            return node;
        if (name.AsText() is not { } text || !Senders.TryGetValue(text, out var sender) || (context.Version == SpecVersion.Swagger20 && IsAuthorization(text)))
            return node;

        context.Report(UnsupportedRules.IgnoredHeaderParameter, name.Location, text, sender);
        return null;
    }

    private static bool IsAuthorization(string name) => string.Equals(name, "Authorization", StringComparison.OrdinalIgnoreCase);
}
