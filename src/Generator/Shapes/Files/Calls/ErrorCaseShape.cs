namespace Kiln.Generator.Shapes.Files;

/// <summary>The exception that a status is thrown as.</summary>
internal sealed record ErrorCaseShape(string Status, string Exception);
