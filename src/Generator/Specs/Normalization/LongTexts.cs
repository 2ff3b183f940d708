using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Reading;

namespace Kiln.Generator.Specs.Normalization;

/// <summary>Cuts descriptions that no tooltip could show: they go into doc comments, and into several where they are referred to.</summary>
internal static class LongTexts
{
    public static SpecNode Apply(SpecNode node, SpecKind kind, NormalizationContext context) => node is not SpecMap map ? node : map.WithValues(context, static (entry, context) =>
    {
        if (entry.Value is not SpecScalar { Text: { Length: > ReadingLimits.DescriptionLength } text } scalar
            || entry.Key is not ("description" or "summary" or "title" or "x-deprecatedMessage"))
        {
            return entry.Value;
        }

        context.Tell(SpecRules.DescriptionTruncated, entry.KeyPlace, entry.Key, $"{text.Length}", $"{ReadingLimits.DescriptionLength}");

        // Not between the two halves of a character.
        var end = ReadingLimits.DescriptionLength - (char.IsHighSurrogate(text[ReadingLimits.DescriptionLength - 1]) ? 1 : 0);
        return new SpecScalar(scalar.Span, scalar.Kind, text.Substring(0, end) + "…");
    });
}
