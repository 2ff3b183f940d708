using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps;

/// <summary>Normalizes a node; returns <see langword="null"/> to remove it.</summary>
internal delegate SpecNode? NormalizationStep(SpecNode node, OpenApiObjectKind kind, NormalizationContext context);
