using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Grammar;

/// <summary>Creates a changed copy of a document, which shares unchanged nodes with the original.</summary>
internal static class SpecRewriter
{
    /// <summary>Changes the children of a node, then the node. A change that returns <see langword="null"/> removes the node from its map or list.</summary>
    public static SpecNode? Rewrite(SpecNode node, OpenApiObjectKind kind, Func<SpecNode, OpenApiObjectKind, SpecNode?> change)
    {
        if (kind == OpenApiObjectKind.Data)
            return node;
        return change(node is SpecMap map ? RewriteChildren(map, kind, change) : node, kind);
    }

    private static SpecMap RewriteChildren(SpecMap map, OpenApiObjectKind kind, Func<SpecNode, OpenApiObjectKind, SpecNode?> change) => map.WithValues(
        (kind, change),
        static (entry, state) =>
        {
            var rule = SpecGrammar.RuleOf(state.kind, entry.Key);
            return rule.Kind == OpenApiObjectKind.Data ? entry.Value : RewriteField(rule, entry.Value, state.change);
        });

    private static SpecNode? RewriteField(FieldRule rule, SpecNode value, Func<SpecNode, OpenApiObjectKind, SpecNode?> change) => (rule.Form, value) switch
    {
        (ValueForm.ObjectMap, SpecMap map) => map.WithValues((rule.Kind, change), static (e, state) => Rewrite(e.Value, state.Kind, state.change)),
        (ValueForm.PatternedMap, SpecMap map) => map.WithValues(
            (rule.Kind, change), static (e, state) => SpecGrammar.IsExtension(e.Key) ? e.Value : Rewrite(e.Value, state.Kind, state.change)),
        (ValueForm.ObjectList or ValueForm.ObjectOrList, SpecList list) => list.WithItems((rule.Kind, change), static (item, state) => Rewrite(item, state.Kind, state.change)),
        (ValueForm.ObjectValue, not SpecList) or (ValueForm.ObjectOrList or ValueForm.ObjectOrBoolean or ValueForm.ObjectOrString, SpecMap) => Rewrite(value, rule.Kind, change),
        _ => value,
    };
}
