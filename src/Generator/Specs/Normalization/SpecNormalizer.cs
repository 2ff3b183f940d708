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
/// Brings a document to the one form that <c>Api</c> takes, whatever its version. Each step is a file of its own and
/// looks at one node whose children are in the normal form already; the steps run in the order of this list.
/// </summary>
internal static class SpecNormalizer
{
    private static readonly NormalizationStep[] Steps =
    [
        EnumNameMaps.Apply,
        BooleanSchemas.Apply,
        MisspelledKeys.Apply,
        InvalidValues.Apply,
        DescriptionLimit.Apply,
        InvalidEnumValues.Apply,
        TypeLists.Apply,
        ConstValues.Apply,
        TupleItems.Apply,
        ReferenceSiblings.Apply,
        CanonicalReferences.Apply,
        DiscriminatorMappings.Apply,
        ExtensionReferences.Apply,
        CallbackExtensions.Apply,
        UnsupportedMethods.Apply,
        UnsupportedParameters.Apply,
        IncompleteParameters.Apply,
        UnsupportedSecuritySchemes.Apply,
        InvalidStatusCodes.Apply,
        MissingResponses.Apply,
        MissingInfo.Apply,
    ];

    public static SpecMap Normalize(SpecMap root, SpecVersion version, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        // What is copied has to be brought to the normal form too, so this comes before all steps.
        var inlined = InlinedReferences.Apply(root, diagnostics);
        var context = new NormalizationContext(version, inlined, diagnostics);
        var normal = (SpecMap)SpecRewriter.Rewrite(inlined, OpenApiObjectKind.Document, (node, kind) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            SpecNode? current = node;
            foreach (var step in Steps)
            {
                if (current is null)
                    break;
                current = step(current, kind, context);
            }
            return current;
        })!;
        return DanglingReferences.Apply(SwaggerDocuments.Apply(normal));
    }
}
