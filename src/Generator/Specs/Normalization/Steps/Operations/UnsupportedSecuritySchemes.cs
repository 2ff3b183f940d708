using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Operations;

/// <summary>Leaves out a security scheme of a type that NSwag does not know, such as 3.1's <c>mutualTLS</c>.</summary>
internal static class UnsupportedSecuritySchemes
{
    private static readonly string[] Types = ["basic", "apiKey", "oauth2", "http", "openIdConnect"];

    public static SpecNode? Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.SecurityScheme || node is not SpecMap map || (map["type"].AsText() is { } type && Types.Contains(type)))
            return node;

        context.Report(SpecRules.UnsupportedSecurityScheme, (map["type"] ?? map).Location, map["type"].AsText() ?? "");
        return null;
    }
}
