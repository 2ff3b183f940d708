using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Schemas;

/// <summary>
/// Writes <c>x-nullable</c>, which tools write because OpenAPI 2.0 has no such keyword, as <c>nullable</c>. Beside a <c>$ref</c> it is meant to apply, although
/// siblings of a reference are ignored before OpenAPI 3.1: the reference becomes an <c>allOf</c>.
/// </summary>
internal static class NullableExtension
{
    public const string Key = "x-nullable";

    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind is not (OpenApiObjectKind.Schema or OpenApiObjectKind.Parameter or OpenApiObjectKind.Header) || node is not SpecMap map || map[Key] is not { } extension)
            return node;

        map = map.Without(e => e.Key == Key);
        if (extension is not SpecScalar { Kind: ScalarKind.Boolean, Text: var text } || map["nullable"] is not null)
            return map;
        if (text == "true" && kind == OpenApiObjectKind.Schema && map.Entry(SpecReference.Key) is { } reference && map["allOf"] is null)
        {
            var referenceOnly = new SpecMap(reference.KeySpan.To(reference.Value.Span), [reference]);
            map = map.Without(e => e == reference).With("allOf", new SpecList(referenceOnly.Span, [referenceOnly]));
        }
        return map.With("nullable", extension);
    }
}
