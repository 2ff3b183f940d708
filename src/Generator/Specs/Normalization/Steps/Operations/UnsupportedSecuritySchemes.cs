using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Operations;

/// <summary>Removes and reports a security scheme of an unsupported type, such as <c>mutualTLS</c> of 3.1.</summary>
internal static class UnsupportedSecuritySchemes
{
    // 3.x does not have basic, but NSwag reads it in documents that mix the versions.
    private static readonly string[] Types = ["basic", "apiKey", "oauth2", "http", "openIdConnect"];

    public static SpecNode? Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.SecurityScheme || node is not SpecMap map || (map["type"].AsText() is { } type && Types.Contains(type)))
            return node;

        var unsupported = map["type"].AsText() ?? "";
        context.Report(SpecRules.UnsupportedSecurityScheme, (map["type"] ?? map).Location, unsupported, context.Suggestions.Question(unsupported, Types));
        return null;
    }
}
