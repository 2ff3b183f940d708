using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Coverage;

/// <summary>Reports each key of a document in its normal form that <see cref="KeyUses"/> lists as not supported.</summary>
internal static class UnusedKeyCheck
{
    // As deep as the operations of a callback and the keys of a link.
    private const int DeclarationDepth = 2;

    public static void Check(SpecMap root, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        SpecWalk.Visit(
            root,
            OpenApiObjectKind.Document,
            (map, kind) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var i = 0; i < map.Entries.Count; i++)
                {
                    var entry = map.Entries[i];
                    if (KeyUses.RuleOf(kind, entry.Key) is { } rule && DeclaresSomething(entry.Value, DeclarationDepth))
                        diagnostics.Add(new(rule, entry.KeyLocation, entry.Key));
                }
            },
            // What is in an object that is reported is not reported again, and only the service uses what it sends requests by itself with.
            static (kind, key) => KeyUses.RuleOf(kind, key) is null && !(kind == OpenApiObjectKind.Components && key is "callbacks" or "links"));
    }

    // An empty object or list, false, null and extensions declare nothing.
    private static bool DeclaresSomething(SpecNode value, int depth) => value switch
    {
        SpecMap map => map.Entries.Any(e => !SpecGrammar.IsExtension(e.Key) && (depth == 0 || DeclaresSomething(e.Value, depth - 1))),
        SpecList list => list.Items.Count > 0,
        SpecScalar { Kind: ScalarKind.Null } or SpecScalar { Kind: ScalarKind.Boolean, Text: "false" } => false,
        _ => true,
    };

}
