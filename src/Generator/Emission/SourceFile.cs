namespace Kiln.Generator.Emission;

/// <summary>One emitted C# file.</summary>
/// <param name="HintName">Its name for the compiler and on disk, unique without regard to case, at most 100 characters.</param>
/// <param name="Text">The whole file, lines ending in <c>\n</c>.</param>
internal sealed record SourceFile(string HintName, string Text);
