namespace Kiln.Generator.Specs.Tree;

/// <summary>A document as it was given: its path and its text.</summary>
internal sealed record SpecText(string Path, string Text);
