using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Changes.CSharp.Model;

/// <summary>One thing that changed of a type or member, and what it does to code that uses it.</summary>
internal readonly record struct MemberEffect(SurfaceAspect Aspect, CSharpEffects Effects);
