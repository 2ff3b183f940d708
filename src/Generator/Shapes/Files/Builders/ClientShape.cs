namespace Kiln.Generator.Shapes.Files;

/// <summary>What only the client has.</summary>
/// <param name="Title">The title of the document; empty for none.</param>
/// <param name="ServerUrl">The URL that is used when the adapter has none; <see langword="null"/> when the document names none.</param>
internal sealed record ClientShape(string Title, string? ServerUrl);
