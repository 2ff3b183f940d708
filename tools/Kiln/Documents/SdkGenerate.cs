using Kiln.Generator;
using Kiln.Generator.Pipeline;
using Kiln.Generator.Shapes;
using Kiln.Generator.Specs.Files;

namespace Kiln.Tool.Documents;

/// <summary>The generator, as the commands see it: <see cref="SdkPipeline.GenerateFrom"/>, or what a test puts in its place.</summary>
internal delegate GeneratedSdk SdkGenerate(SpecSource source, SdkOptions options, CancellationToken cancellationToken);
