namespace Kiln.Generator.Shapes.Files;

/// <summary>What a doc comment says, in the document's words, not yet escaped.</summary>
/// <param name="Summary">What it is.</param>
/// <param name="Remarks">What else there is to know.</param>
/// <param name="Deprecation">Why the document advises against it; <see langword="null"/> if it does not.</param>
internal sealed record DocShape(string Summary, string? Remarks = null, string? Deprecation = null);
