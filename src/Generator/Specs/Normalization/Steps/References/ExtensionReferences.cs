using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.References;

/// <summary>
/// Renames a <c>$ref</c> in extensions and unknown keys to <c>x-kiln-ref</c>. It is data there, but NSwag reads what looks like a schema as one, and
/// fails if the reference cannot be resolved.
/// </summary>
internal static class ExtensionReferences
{
    public const string Key = "x-kiln-ref";

    // NSwag does not change the values of these.
    private static readonly string[] ExampleKeys = ["example", "examples", "default", "enum", "const", "value"];

    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context) => node is SpecMap map
        ? map.WithValues(e => SpecGrammar.RuleOf(kind, e.Key).Form == ValueForm.Any && !ExampleKeys.Contains(e.Key) ? Rename(e.Value, context) : e.Value)
        : node;

    private static SpecNode Rename(SpecNode node, NormalizationContext context) => node switch
    {
        SpecList list => list.WithItems(item => Rename(item, context)),
        SpecMap map => RenameKey(map.WithValues(e => Rename(e.Value, context)), context),
        _ => node,
    };

    private static SpecMap RenameKey(SpecMap map, NormalizationContext context)
    {
        if (map[SpecReference.Key] is not { } value || (value.AsText() is { } reference && SpecReference.ResolveNode(context.Root, reference) is SpecMap))
            return map;
        return new SpecMap(map.Span, map.Entries.Select(e => e.Key == SpecReference.Key ? new SpecEntry(Key, e.KeySpan, e.Value) : e).ToArray());
    }
}
