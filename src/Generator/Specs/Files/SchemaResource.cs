namespace Kiln.Generator.Specs.Files;

/// <summary>A part of a file that has a URI of its own: a schema with an <c>$id</c> (JSON Schema 2020-12, section 8.2.1), or a document with a <c>$self</c> (OpenAPI 3.2).</summary>
/// <param name="Uri">The absolute URI, without a fragment.</param>
/// <param name="Pointer">The JSON pointer to the part in its file.</param>
internal sealed record SchemaResource(string Uri, string Pointer);
