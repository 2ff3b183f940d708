namespace Kiln.Generator.Shapes.Files;

/// <summary>What the document says of something, not yet escaped.</summary>
/// <param name="Summary">What it is; <see langword="null"/> where the document does not say, so that emission has a sentence of its own.</param>
/// <param name="Remarks">What else there is to know.</param>
/// <param name="Deprecation">Why the document advises against it; <see langword="null"/> if it does not.</param>
/// <param name="Default">The JSON of the value that the service takes where none is sent; <see langword="null"/> for none.</param>
/// <example><c>("How many items a page has.", null, null, "20")</c></example>
internal sealed record DocShape(string? Summary, string? Remarks = null, string? Deprecation = null, string? Default = null);
