using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Specs.Checks;

/// <summary>Whether a tree is an OpenAPI document that can be read, and of which version.</summary>
internal static class RootCheck
{
    /// <summary>The document's version; <see langword="null"/>, with a diagnostic, if it is no such document.</summary>
    public static SpecVersion? Check(SpecNode? node, string file, List<DiagnosticInfo> diagnostics)
    {
        // A text that is not YAML or JSON has been told about already.
        if (node is null && diagnostics.Count > 0)
            return null;
        if (node is null or SpecScalar { Kind: ScalarKind.Null })
            return Fail(SpecRules.EmptyDocument, SourcePlace.StartOf(file));
        if (node is not SpecMap root)
            return Fail(SpecRules.RootIsNotObject, node.Place, node.Describe());
        if ((root.Entry("openapi") ?? root.Entry("swagger")) is not { } version)
            return Fail(SpecRules.NotOpenApi, SourcePlace.StartOf(file), Found(root));

        return VersionOf(version) ?? Fail(SpecRules.UnsupportedVersion, version.Value.Place, $"{version.Key}: {Said(version.Value)}");

        SpecVersion? Fail(DiagnosticRule rule, SourcePlace place, params string[] arguments)
        {
            diagnostics.Add(new DiagnosticInfo(rule, place, arguments));
            return null;
        }
    }

    /// <summary>Tells of a document that describes nothing. OpenAPI 3.1 lets paths, components or webhooks be enough.</summary>
    public static void CheckContent(SpecMap root, SpecVersion version, List<DiagnosticInfo> diagnostics)
    {
        var hasContent = version >= SpecVersion.OpenApi31
            ? root["paths"] is SpecMap || root["components"] is SpecMap || root["webhooks"] is SpecMap
            : root["paths"] is SpecMap;
        if (!hasContent)
            diagnostics.Add(new DiagnosticInfo(SpecRules.NoPaths, SourcePlace.StartOf(root.Place.File)));
    }

    private static SpecVersion? VersionOf(SpecEntry entry)
    {
        // An unquoted 2.0 or 3.1 is a number to YAML.
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

    private static string Said(SpecNode value) => value is SpecScalar scalar ? scalar.Text : value.Describe();

    private static string Found(SpecMap root)
    {
        var keys = root.Entries.Take(5).Select(e => $"'{e.Key}'").ToArray();
        return keys.Length == 0 ? "no keys" : string.Join(", ", keys) + (root.Entries.Count > keys.Length ? " and more" : "");
    }
}
