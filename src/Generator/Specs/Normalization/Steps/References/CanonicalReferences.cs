using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.References;

/// <summary>Writes each reference in one encoding, because NSwag decodes <c>%2F</c> in another way than RFC 6901.</summary>
internal static class CanonicalReferences
{
    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (node is not SpecMap map || map[SpecReference.Key] is not { } value || value.AsText() is not { } reference)
            return node;
        if (SpecReference.ResolveTokens(context.Root, reference) is not { } tokens || SpecReference.Write(tokens) is var written && written == reference)
            return node;
        return map.With(SpecReference.Key, SpecNodes.Text(value.Span, SpecReference.Write(tokens)));
    }
}
