using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Nswag;

/// <summary>
/// Writes the skeleton of a document as JSON. Schemas are read by Kiln, and nothing asks NSwag for examples, links, callbacks and extensions, so all of these
/// are left out.
/// </summary>
internal static class SkeletonJson
{
    public static string Write(SpecMap root) => SpecJson.Write(Strip(root, OpenApiObjectKind.Document));

    private static SpecNode Strip(SpecNode node, OpenApiObjectKind kind) => node is SpecMap map && kind != OpenApiObjectKind.Data
        ? map.WithValues(kind, static (entry, kind) => Strip(entry.Value, SpecGrammar.RuleOf(kind, entry.Key)))
        : node;

    private static SpecNode? Strip(SpecNode value, FieldRule rule) => (rule.Form, value) switch
    {
        // The schema keywords of a parameter or header too, which are those of Swagger 2.0.
        _ when rule.Kind is OpenApiObjectKind.Schema or OpenApiObjectKind.Example or OpenApiObjectKind.Link or OpenApiObjectKind.Callback || rule.Form == ValueForm.Any => null,
        (ValueForm.ObjectMap or ValueForm.PatternedMap, SpecMap map) => map.WithValues(rule.Kind, static (member, kind) => Strip(member.Value, kind)),
        (ValueForm.ObjectList or ValueForm.ObjectOrList, SpecList list) => list.WithItems(rule.Kind, Strip),
        _ => Strip(value, rule.Kind),
    };
}
