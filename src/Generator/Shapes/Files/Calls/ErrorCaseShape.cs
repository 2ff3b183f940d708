namespace Kiln.Generator.Shapes.Files;

/// <summary>The exception that a status is thrown as.</summary>
/// <example><c>("404", "ErrorResponseException")</c></example>
internal sealed record ErrorCaseShape(string Status, string Exception);
