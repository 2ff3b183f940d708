using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Grammar;

/// <summary>Finds the kind of the object at a pointer, and its name in messages.</summary>
internal static class OpenApiObjectKinds
{
    /// <summary>The kind of the node at a pointer: data where OpenAPI defines no structure, <see langword="null"/> for a map or list of objects.</summary>
    public static OpenApiObjectKind? KindAt(SpecMap root, IReadOnlyList<string> tokens) => KindsAlong(root, tokens).Last();

    /// <summary>The same for the root and each node on the path to that of a pointer, which must exist.</summary>
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

    /// <summary>The name in messages; <see langword="null"/> is a map or list of objects.</summary>
    public static string DisplayName(OpenApiObjectKind? kind) => kind switch
    {
        null or OpenApiObjectKind.Data => "object or array",
        OpenApiObjectKind.PathItem => "path item",
        OpenApiObjectKind.RequestBody => "request body",
        OpenApiObjectKind.MediaType => "media type",
        OpenApiObjectKind.SecurityScheme => "security scheme",
        _ => kind.Value.ToString().ToLowerInvariant(),
    };
}
