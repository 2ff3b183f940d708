using Kiln.Generator;
using Kiln.Generator.Specs;

namespace Kiln.Tool.Documents;

/// <summary>The generator, as the commands see it: <see cref="SdkPipeline.Generate"/>, or what a test puts in its place.</summary>
internal delegate GeneratedSdk SdkGenerate(SpecText text, SdkOptions options, CancellationToken cancellationToken);
