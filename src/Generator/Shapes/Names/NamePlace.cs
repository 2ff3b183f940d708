namespace Kiln.Generator.Shapes.Names;

/// <summary>Where a document can say a name: a key of an object, or an entry of the map of that key.</summary>
/// <param name="Pointer">The object, as a JSON pointer in the normal form.</param>
/// <param name="Extension">The extension.</param>
/// <param name="Entry">The entry of the extension's map; <see langword="null"/> for an extension that is the name itself.</param>
/// <example><c>x-kiln-property-names</c> of <c>/components/schemas/Pet</c>, the entry <c>created_at</c></example>
internal sealed record NamePlace(string Pointer, NameExtension Extension, string? Entry = null);
