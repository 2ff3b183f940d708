using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Facts;

/// <summary>Recognizes schemas that say no more than a type, and those that have annotations only.</summary>
internal static class PlainSchemas
{
    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "title", "description", "example", "examples", "deprecated", "externalDocs", "xml", "$comment", "default", "readOnly", "writeOnly",
    };

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal) { "type", "nullable", "x-kiln-types", "title", "description" };

    /// <summary>Whether a schema has a type, and nothing else that matters.</summary>
    public static bool IsPlain(SchemaNode schema) =>
        (schema.Type is not null || schema.Types.Count > 0) && schema.Node is SpecMap map && map.Entries.All(e => Types.Contains(e.Key) || IsUnset(e));

    // What holds anyway, written out: readOnly: false.
    private static bool IsUnset(SpecEntry entry) => (IsAnnotation(entry.Key) || entry.Key == "uniqueItems") && entry.Value is SpecScalar { Kind: ScalarKind.Boolean, Text: "false" };

    /// <summary>Whether a schema does not restrict values.</summary>
    public static bool HasOnlyAnnotations(SchemaNode schema) => schema.Node is SpecMap map && map.Entries.All(e => IsAnnotation(e.Key));

    /// <summary>Whether a keyword does not restrict values. Extensions do not.</summary>
    public static bool IsAnnotation(string keyword) => Annotations.Contains(keyword) || (keyword.StartsWith("x-", StringComparison.Ordinal) && keyword != "x-kiln-types");
}
