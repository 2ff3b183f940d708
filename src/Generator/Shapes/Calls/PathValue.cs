using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>A parameter in a path, as a builder holds it.</summary>
internal sealed record PathValue(string Name, string WireName, CSharpType Type, string? Description);
