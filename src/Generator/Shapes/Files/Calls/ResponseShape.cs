using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>What comes back.</summary>
/// <param name="Type">The C# type; <c>NoContent</c> for nothing.</param>
/// <param name="Content">How it is read; <see langword="null"/> for nothing.</param>
/// <param name="EmptyStatuses">The status codes beside 204 and 205 of responses without a body; <see langword="null"/> if each has one, or none.</param>
/// <param name="IsUnknown">Whether there may be a body of which nothing is known, which a second method gives as a stream.</param>
/// <example><c>("ThreatEventPage", new JsonContentShape("WireType.Model&lt;ThreatEventPage&gt;()"), EmptyStatuses: null, IsUnknown: false)</c></example>
internal sealed record ResponseShape(string Type, ContentShape? Content, EquatableArray<int>? EmptyStatuses, bool IsUnknown);
