namespace Kiln.Generator.Changes.CSharp.Surface;

/// <summary>A parameter of a method, constructor or indexer.</summary>
/// <param name="Name">Its name, which named arguments use.</param>
/// <param name="Type">Its type.</param>
/// <param name="Modifier"><c>params</c>, <c>this</c>, <c>ref</c> or another; empty for none.</param>
/// <param name="Default">The default value as it is written; <see langword="null"/> if an argument is required.</param>
internal sealed record ParameterSurface(string Name, TypeText Type, string Modifier, string? Default);
