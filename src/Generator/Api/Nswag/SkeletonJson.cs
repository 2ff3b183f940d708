using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Nswag;

/// <summary>
/// Writes the skeleton of a document as JSON. Schemas, servers and security are read by Kiln, and nothing asks NSwag for examples, links, callbacks and extensions, so all of
/// these are left out.
/// </summary>
internal static class SkeletonJson
{
    /// <summary>What the key of an additional operation begins with, which no method has: one can be called like another key of a path item.</summary>
    public const string AdditionalPrefix = PathOperations.Additional + "/";

    public static string Write(SpecMap root) => SpecJson.Write(Strip(root, OpenApiObjectKind.Document));

    // NSwag does not know additionalOperations, and takes each key that it does not know for a method.
    private static SpecMap WithAllOperations(SpecMap pathItem) => pathItem[PathOperations.Additional] is SpecMap others
        ? new(pathItem.Span, [.. pathItem.Entries.Where(e => e.Key != PathOperations.Additional), .. others.Entries.Select(e => new SpecEntry(AdditionalPrefix + e.Key, e.KeySpan, e.Value))])
        : pathItem;

    private static SpecNode Strip(SpecNode node, OpenApiObjectKind kind)
    {
        if (node is not SpecMap map || kind == OpenApiObjectKind.Data)
            return node;
        var stripped = map.WithValues(kind, static (entry, kind) => Strip(entry.Key, entry.Value, SpecGrammar.RuleOf(kind, entry.Key)));
        return kind == OpenApiObjectKind.PathItem ? WithAllOperations(stripped) : stripped;
    }

    private static SpecNode? Strip(string key, SpecNode value, FieldRule rule) => (rule.Form, value) switch
    {
        // The schema keywords of a parameter or header too, which are those of Swagger 2.0.
        // Kiln reads it, and NSwag does not know all of them.
        _ when key == "style" => null,
        _ when rule.Kind is OpenApiObjectKind.Schema or OpenApiObjectKind.Server or OpenApiObjectKind.SecurityScheme or OpenApiObjectKind.SecurityRequirement or OpenApiObjectKind.Example or OpenApiObjectKind.Link or OpenApiObjectKind.Callback || rule.Form == ValueForm.Any => null,
        (ValueForm.ObjectMap or ValueForm.PatternedMap, SpecMap map) => map.WithValues(rule.Kind, static (member, kind) => Strip(member.Value, kind)),
        (ValueForm.ObjectList or ValueForm.ObjectOrList, SpecList list) => list.WithItems(rule.Kind, Strip),
        _ => Strip(value, rule.Kind),
    };
}
