namespace Kiln.Generator.Api.Model;

/// <summary>A keyword that restricts values, for their documentation: an SDK leaves the check to the service.</summary>
/// <example><c>("Maximum", "100")</c></example>
/// <param name="Label">What is restricted.</param>
/// <param name="Value">The limit as the document has it.</param>
internal sealed record ValueLimit(string Label, string Value);
