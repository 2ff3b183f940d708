namespace Kiln.Generator.Api.Model;

/// <summary>A value that a property has in each object of some kind.</summary>
/// <example><c>petType</c> is <c>cat</c> in each <c>Cat</c>.</example>
/// <param name="WireName">The property.</param>
/// <param name="Value">The string; of a number or boolean, its JSON.</param>
internal sealed record PropertyValue(string WireName, string Value);
