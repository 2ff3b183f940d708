using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Values;

/// <summary>Truncates and reports descriptions that no tooltip could show: they are emitted as doc comments, and more than once if they are shared.</summary>
internal static class DescriptionLimit
{
    private static readonly string[] Keys = ["description", "summary", "title", .. ForeignKeywords.DeprecationMessage.Keys];

    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context) => node is not SpecMap map ? node : map.WithValues(context, static (entry, context) =>
    {
        if (entry.Value is not SpecScalar { Text: { Length: > ReadingLimits.DescriptionLength } text } scalar
            || !Keys.Contains(entry.Key))
        {
            return entry.Value;
        }

        context.Report(SpecRules.DescriptionTruncated, entry.KeyLocation, entry.Key, $"{text.Length}", $"{ReadingLimits.DescriptionLength}");

        // Not within a surrogate pair.
        var end = ReadingLimits.DescriptionLength - (char.IsHighSurrogate(text[ReadingLimits.DescriptionLength - 1]) ? 1 : 0);
        return new SpecScalar(scalar.Span, scalar.Kind, text.Substring(0, end) + "…");
    });
}
