namespace Kiln.Generator.Shapes.Files;

/// <summary>A request header.</summary>
/// <param name="WireName">Its name.</param>
/// <param name="Wire">The runtime's <c>WireType</c> of it.</param>
/// <param name="Property">Its property in the query class.</param>
/// <example><c>("X-Trace", "WireType.String", "XTrace")</c></example>
internal sealed record HeaderParameterShape(string WireName, string Wire, string Property);
