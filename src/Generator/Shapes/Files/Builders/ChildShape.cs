using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The member of a builder that gives another.</summary>
/// <param name="Member">The property's or method's name; empty for an indexer.</param>
/// <param name="Type">The other builder.</param>
/// <param name="NewValues">The path parameters that it adds; none for a property.</param>
/// <param name="Arguments">The values that it is made with.</param>
/// <param name="Path">The whole path of the other builder as the document has it.</param>
/// <example><c>client.Threats[threatId]</c> is <c>("", "ThreatsItemRequestBuilder", [threatId], ["threatId"], "/web/api/v2.1/threats/{threat_id}")</c>.</example>
internal sealed record ChildShape(string Member, string Type, EquatableArray<ValueShape> NewValues, EquatableArray<string> Arguments, string Path);
