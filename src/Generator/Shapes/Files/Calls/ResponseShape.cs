namespace Kiln.Generator.Shapes.Files;

/// <summary>What comes back.</summary>
/// <param name="Type">The C# type; <c>NoContent</c> for nothing.</param>
/// <param name="Content">How it is read; <see langword="null"/> for nothing.</param>
/// <example><c>("ThreatEventPage", new JsonContentShape("WireType.Model&lt;ThreatEventPage&gt;()"))</c></example>
internal sealed record ResponseShape(string Type, ContentShape? Content);
