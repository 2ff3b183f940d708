using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Values;

/// <summary>Adds an <c>info</c> with a title and a version to a document without one, which NSwag requires.</summary>
internal static class MissingInfo
{
    private static readonly string[] Keys = ["title", "version"];

    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.Document || node is not SpecMap map)
            return node;

        var info = map["info"] as SpecMap ?? SpecNodes.EmptyMap(map.Span);
        foreach (var key in Keys)
        {
            if (info[key] is null)
                info = info.With(key, SpecNodes.Text(info.Span, ""));
        }
        return ReferenceEquals(info, map["info"]) ? map : map.With("info", info);
    }
}
