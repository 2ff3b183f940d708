using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Tests.Changes.Proof.Consumers;

namespace Kiln.Generator.Tests.Changes.Proof;

/// <summary>What happened to a consumer that was written against the old SDK.</summary>
/// <param name="Consumer">The consumer.</param>
/// <param name="Effects">What the change did to it.</param>
/// <param name="Evidence">What the compiler or the runtime said.</param>
internal sealed record SeenEffect(Consumer Consumer, CSharpEffects Effects, string Evidence);
