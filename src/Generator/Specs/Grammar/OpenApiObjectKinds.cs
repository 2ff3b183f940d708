using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Grammar;

/// <summary>Kinds of nodes, at their places and in words.</summary>
internal static class OpenApiObjectKinds
{
    /// <summary>What the node of a pointer is: data where OpenAPI does not say, nothing for a map or list of nodes.</summary>
    public static OpenApiObjectKind? KindAt(SpecMap root, IReadOnlyList<string> tokens) => KindsAlong(root, tokens).Last();

    /// <summary>The same for the root and each node on the way to that of a pointer, which must be there.</summary>
    public static IEnumerable<OpenApiObjectKind?> KindsAlong(SpecMap root, IReadOnlyList<string> tokens)
    {
        var kind = OpenApiObjectKind.Document;
        FieldRule? container = null;
        SpecNode node = root;
        yield return kind;
        foreach (var token in tokens)
        {
            node = JsonPointer.Find(node, [token])!;
            if (container is { } outer)
            {
                kind = outer.Kind;
                container = null;
            }
            else
            {
                var rule = SpecGrammar.RuleOf(kind, token);
                var isContainer = rule.Form is ValueForm.ObjectMap or ValueForm.PatternedMap or ValueForm.ObjectList || (rule.Form == ValueForm.ObjectOrList && node is SpecList);
                container = isContainer ? rule : null;
                kind = isContainer ? OpenApiObjectKind.Data : rule.Kind;
            }
            yield return container is null ? kind : null;
        }
    }

    /// <summary>As a message names it; nothing is a map or list of nodes.</summary>
    public static string DisplayName(OpenApiObjectKind? kind) => kind switch
    {
        null or OpenApiObjectKind.Data => "map or list",
        OpenApiObjectKind.PathItem => "path item",
        OpenApiObjectKind.RequestBody => "request body",
        OpenApiObjectKind.MediaType => "media type",
        OpenApiObjectKind.SecurityScheme => "security scheme",
        _ => kind.Value.ToString().ToLowerInvariant(),
    };
}
