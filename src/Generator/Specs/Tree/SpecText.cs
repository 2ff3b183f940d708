namespace Kiln.Generator.Specs.Tree;

/// <summary>An input file: its path and its text.</summary>
internal sealed record SpecText(string Path, string Text);
