using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Normalization.Steps;
using Kiln.Generator.Specs.Normalization.Steps.Operations;
using Kiln.Generator.Specs.Normalization.Steps.References;
using Kiln.Generator.Specs.Normalization.Steps.Schemas;
using Kiln.Generator.Specs.Normalization.Steps.Values;
using Kiln.Generator.Specs.Normalization.Swagger;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization;

/// <summary>
/// Converts a document of any version to the one form that <c>Api</c> reads. A document of OpenAPI 2.0 is converted to 3.0 as soon as its values and
/// schemas are normalized, so that all that depends on the structure of a document knows one. Each step is a file of its own and changes one node,
/// whose children are already normalized; steps run in the order of these lists.
/// </summary>
internal static class SpecNormalizer
{
    /// <summary>Steps that look at keys and their values, and at schemas, in the form in which the document is written.</summary>
    private static readonly NormalizationStep[] ValueSteps =
    [
        EnumNameMaps.Apply,
        BooleanSchemas.Apply,
        MisspelledKeys.Apply,
        InvalidValues.Apply,
        DescriptionLimit.Apply,
        InvalidEnumValues.Apply,
        MisspelledProperties.Apply,
        MisspelledFormats.Apply,
        TypeLists.Apply,
        StringValues.Apply,
        ConstValues.Apply,
        UnevaluatedKeywords.Apply,
        TupleItems.Apply,
        ReferenceSiblings.Apply,
        ForeignKeywordNames.Apply,
        UnsupportedParameters.Apply,
        IgnoredHeaderParameters.Apply,
    ];

    /// <summary>Steps that depend on the structure of a document, which is that of 3.x.</summary>
    private static readonly NormalizationStep[] DocumentSteps =
    [
        CanonicalReferences.Apply,
        DiscriminatorMappings.Apply,
        CallbackExtensions.Apply,
        UnsupportedMethods.Apply,
        IncompleteParameters.Apply,
        UnsupportedSecuritySchemes.Apply,
        InvalidStatusCodes.Apply,
        MissingResponses.Apply,
        MissingInfo.Apply,
        TypeAlternatives.Apply,
    ];

    private static readonly NormalizationStep[] AllSteps = [.. ValueSteps, .. DocumentSteps];

    public static SpecMap Normalize(SpecMap root, SpecVersion version, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        // Copies have to be normalized too, so this comes before all steps.
        var inlined = InlinedReferences.Apply(root, diagnostics);
        if (version >= SpecVersion.OpenApi31)
            inlined = EventData.Apply(inlined);
        if (version != SpecVersion.Swagger20)
            return DanglingReferences.Apply(Apply(AllSteps, new(version, inlined, diagnostics), cancellationToken));

        var converted = SwaggerConverter.Convert(Apply(ValueSteps, new(version, inlined, diagnostics), cancellationToken));
        return DanglingReferences.Apply(Apply(DocumentSteps, new(SpecVersion.OpenApi30, converted, diagnostics), cancellationToken));
    }

    private static SpecMap Apply(NormalizationStep[] steps, NormalizationContext context, CancellationToken cancellationToken) =>
        (SpecMap)SpecRewriter.Rewrite(context.Root, OpenApiObjectKind.Document, (node, kind) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            SpecNode? current = node;
            foreach (var step in steps)
            {
                if (current is null)
                    break;
                current = step(current, kind, context);
            }
            return current;
        })!;
}
