using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>How a property of a form is written (OpenAPI 3.1.1, "Encoding Object").</summary>
/// <param name="Name">The property.</param>
/// <param name="ContentType">The media type of its part, the first of several; <see langword="null"/> if the document has none.</param>
/// <param name="Style">The style of its value, which then counts and not the media type; <see langword="null"/> if the document has none.</param>
/// <param name="Explode">Whether that writes each item as a field of its own.</param>
/// <param name="Headers">The names of the headers of its part.</param>
internal sealed record PartEncoding(string Name, string? ContentType, string? Style, bool Explode, EquatableArray<string> Headers);
