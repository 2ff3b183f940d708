using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Grammar;

/// <summary>Visits the objects of a document that OpenAPI defines.</summary>
internal static class SpecWalk
{
    /// <summary>Visits a node and its descendants in document order, without data.</summary>
    /// <param name="node">The node.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="visit">Gets each object.</param>
    /// <param name="enters">Whether the value of a key is visited; by default each is.</param>
    public static void Visit(SpecNode node, OpenApiObjectKind kind, Action<SpecMap, OpenApiObjectKind> visit, Func<OpenApiObjectKind, string, bool>? enters = null)
    {
        if (node is not SpecMap map || kind == OpenApiObjectKind.Data)
            return;

        visit(map, kind);
        // Loops by index, here and below: an enumerator for each map of a large document is a lot of garbage.
        for (var i = 0; i < map.Entries.Count; i++)
        {
            var entry = map.Entries[i];
            var rule = SpecGrammar.RuleOf(kind, entry.Key);
            if (rule.Kind == OpenApiObjectKind.Data || enters?.Invoke(kind, entry.Key) == false)
                continue;
            VisitField(rule, entry.Value, visit, enters);
        }
    }

    private static void VisitField(FieldRule rule, SpecNode value, Action<SpecMap, OpenApiObjectKind> visit, Func<OpenApiObjectKind, string, bool>? enters)
    {
        switch (rule.Form, value)
        {
            case (ValueForm.ObjectMap or ValueForm.PatternedMap, SpecMap map):
                for (var i = 0; i < map.Entries.Count; i++)
                {
                    var entry = map.Entries[i];
                    if (rule.Form == ValueForm.ObjectMap || !SpecGrammar.IsExtension(entry.Key))
                        Visit(entry.Value, rule.Kind, visit, enters);
                }
                break;
            case (ValueForm.ObjectList or ValueForm.ObjectOrList, SpecList list):
                for (var i = 0; i < list.Items.Count; i++)
                    Visit(list.Items[i], rule.Kind, visit, enters);
                break;
            case (ValueForm.ObjectValue or ValueForm.ObjectOrBoolean or ValueForm.ObjectOrString or ValueForm.ObjectOrList, SpecMap):
                Visit(value, rule.Kind, visit, enters);
                break;
        }
    }
}
