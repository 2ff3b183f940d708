using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Facts;

/// <summary>The names of components.</summary>
internal static class ComponentNames
{
    private const string Prefix = "/components/schemas/";

    /// <summary>The name of the component that a schema is; <see langword="null"/> for an inline schema.</summary>
    public static string? Of(SchemaNode schema)
    {
        var pointer = schema.Pointer;
        return pointer.StartsWith(Prefix, StringComparison.Ordinal) && pointer.IndexOf('/', Prefix.Length) < 0
            ? JsonPointer.Unescape(pointer.Substring(Prefix.Length))
            : null;
    }
}
