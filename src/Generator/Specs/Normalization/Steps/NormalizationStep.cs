using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps;

/// <summary>Brings one node to the normal form; <see langword="null"/> leaves it out.</summary>
internal delegate SpecNode? NormalizationStep(SpecNode node, OpenApiObjectKind kind, NormalizationContext context);
