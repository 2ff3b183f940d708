namespace Kiln.Generator.Shapes.Files;

/// <summary>How the value of a field is read and written.</summary>
/// <param name="Method">The method of the runtime's reader and writer.</param>
/// <param name="TypeArgument">Its type argument when reading; empty for none.</param>
/// <param name="Wire">The expression of the wire type that it takes; empty for none.</param>
/// <example><c>("Int64", "", "")</c>, <c>("Model", "Pet", "")</c>, <c>("Value", "", "WireType.Guid")</c></example>
internal sealed record FieldAccessShape(string Method, string TypeArgument, string Wire);
