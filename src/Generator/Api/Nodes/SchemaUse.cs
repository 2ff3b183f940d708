using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Api.Nodes;

/// <summary>A schema where it is used.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="IsNullable">Whether null is allowed there as well.</param>
internal readonly record struct SchemaUse(Schema Schema, bool IsNullable);

/// <summary>
/// Reads a schema where it is used: a reference to a named one, or what it says itself. The readers of arrays, objects and unions get this one function,
/// since schemas are nested in each other, and know nothing else of the reader that calls them.
/// </summary>
internal delegate SchemaUse ReadSchema(SchemaNode schema);

/// <summary>What a schema is at the end of its references. Only the readers of operations get it: while schemas are read, a reference leads to one that is not read yet.</summary>
internal delegate Schema ResolveSchema(Schema schema);
