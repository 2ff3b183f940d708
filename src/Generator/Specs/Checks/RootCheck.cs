using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Checks;

/// <summary>Checks that a tree is an OpenAPI document of a supported version.</summary>
internal static class RootCheck
{
    /// <summary>The document's version; <see langword="null"/>, with a diagnostic, if the tree is not such a document.</summary>
    public static SpecVersion? Check(SpecNode? node, string file, List<DiagnosticInfo> diagnostics)
    {
        // A text that is neither YAML nor JSON has been reported already.
        if (node is null && diagnostics.Count > 0)
            return null;
        if (node is null or SpecScalar { Kind: ScalarKind.Null })
            return Fail(SpecRules.EmptyDocument, SourceLocation.StartOf(file));
        if (node is not SpecMap root)
            return Fail(SpecRules.RootIsNotObject, node.Location, node.Describe());
        if ((root.Entry("openapi") ?? root.Entry("swagger")) is not { } version)
            return Fail(SpecRules.NotOpenApi, SourceLocation.StartOf(file), DescribeKeys(root));

        return ParseVersion(version) ?? Fail(SpecRules.UnsupportedVersion, version.Value.Location, $"{version.Key}: {DescribeValue(version.Value)}");

        SpecVersion? Fail(DiagnosticRule rule, SourceLocation location, params string[] arguments)
        {
            diagnostics.Add(new DiagnosticInfo(rule, location, arguments));
            return null;
        }
    }

    /// <summary>Reports a document without content. Since OpenAPI 3.1, paths, components or webhooks are enough.</summary>
    public static void CheckContent(SpecMap root, SpecVersion version, List<DiagnosticInfo> diagnostics)
    {
        var hasContent = version >= SpecVersion.OpenApi31
            ? root["paths"] is SpecMap || root["components"] is SpecMap || root["webhooks"] is SpecMap
            : root["paths"] is SpecMap;
        if (!hasContent)
            diagnostics.Add(new DiagnosticInfo(SpecRules.NoPaths, SourceLocation.StartOf(root.Location.File)));
    }

    /// <summary>The version; <see langword="null"/> if it is not supported.</summary>
    private static SpecVersion? ParseVersion(SpecEntry entry)
    {
        // An unquoted 2.0 or 3.1 is a number in YAML.
        if (entry.Value is not SpecScalar { Kind: ScalarKind.String or ScalarKind.Number } scalar)
            return null;

        var numbers = scalar.Text.Trim().Split('.');
        return (entry.Key, numbers[0], numbers.ElementAtOrDefault(1) ?? "0") switch
        {
            ("swagger", "2", "0") => SpecVersion.Swagger20,
            ("openapi", "3", "0") => SpecVersion.OpenApi30,
            ("openapi", "3", "1") => SpecVersion.OpenApi31,
            ("openapi", "3", "2") => SpecVersion.OpenApi32,
            _ => null,
        };
    }

    private static string DescribeValue(SpecNode value) => value is SpecScalar scalar ? scalar.Text : value.Describe();

    private static string DescribeKeys(SpecMap root)
    {
        var keys = root.Entries.Take(5).Select(e => $"'{e.Key}'").ToArray();
        return keys.Length == 0 ? "no keys" : string.Join(", ", keys) + (root.Entries.Count > keys.Length ? " and more" : "");
    }
}
