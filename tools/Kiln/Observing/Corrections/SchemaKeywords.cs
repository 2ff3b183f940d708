using Kiln.Generator.Specs.Grammar;

namespace Kiln.Tool.Observing.Corrections;

/// <summary>Which keywords of a schema say what its values are.</summary>
internal static class SchemaKeywords
{
    // What is referred to by its pointer or URI has to stay where it is, too.
    private static readonly HashSet<string> Annotations = new(
        "title description default example examples deprecated readOnly writeOnly externalDocs xml $comment $defs definitions $id $anchor $schema".Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a keyword does not restrict values.</summary>
    public static bool IsAnnotation(string keyword) => Annotations.Contains(keyword) || SpecGrammar.IsExtension(keyword);
}
