using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Emission;
using Kiln.Generator.Shapes.Names;
using Kiln.Generator.Specs;

namespace Kiln.Generator.Changes;

/// <summary>One side of a comparison: a document, and what each stage makes of it.</summary>
/// <param name="Spec">The document in its normal form, with positions.</param>
/// <param name="Api">What it says of its API.</param>
/// <param name="Names">The names of its SDK, with the pointers of what they are of.</param>
/// <param name="Files">The files of its SDK.</param>
internal sealed record SdkVersion(SpecDocument Spec, ApiModel Api, EquatableArray<NameUse> Names, EquatableArray<SourceFile> Files);
