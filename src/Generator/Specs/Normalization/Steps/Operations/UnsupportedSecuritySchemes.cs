using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Operations;

/// <summary>Removes and reports a security scheme of a type that OpenAPI does not define.</summary>
internal static class UnsupportedSecuritySchemes
{
    // 3.x does not have basic, but documents that mix the versions do.
    private static readonly string[] Types = ["basic", "apiKey", "oauth2", "http", "openIdConnect", "mutualTLS"];

    public static SpecNode? Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.SecurityScheme || node is not SpecMap map || (map["type"].AsText() is { } type && Types.Contains(type)))
            return node;

        var unsupported = map["type"].AsText() ?? "";
        context.Report(SpecRules.UnsupportedSecurityScheme, (map["type"] ?? map).Location, unsupported, context.Suggestions.Question(unsupported, Types));
        return null;
    }
}
