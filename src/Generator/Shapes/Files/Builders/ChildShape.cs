using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The way from a builder to another.</summary>
/// <param name="Member">The property's or method's name; empty for an indexer.</param>
/// <param name="Type">The other builder.</param>
/// <param name="NewValues">The path parameters that it adds; none for a property.</param>
/// <param name="Arguments">The values that it is made with.</param>
/// <param name="Doc">Where it leads.</param>
internal sealed record ChildShape(string Member, string Type, EquatableArray<ValueShape> NewValues, EquatableArray<string> Arguments, DocShape Doc);
