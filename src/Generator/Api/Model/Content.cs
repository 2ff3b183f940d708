using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>The body of a request.</summary>
/// <example>A required body of <c>application/json</c>.</example>
/// <param name="IsRequired">Whether it must be sent.</param>
/// <param name="Contents">One for each media type.</param>
/// <param name="Description">What the document says of it.</param>
internal sealed record RequestBody(bool IsRequired, EquatableArray<Content> Contents, string? Description);

/// <summary>A body in one media type.</summary>
/// <param name="MediaType">As the document has it, <c>application/json</c>.</param>
/// <param name="Schema"><see langword="null"/> when the document has none.</param>
/// <param name="IsNullable">Whether JSON null is such a body too.</param>
internal sealed record Content(string MediaType, Schema? Schema, bool IsNullable = false);
