using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>What is sent.</summary>
/// <param name="Type">The parameter's type, with its question mark if it may be left out.</param>
/// <param name="Content">How it is written.</param>
/// <param name="MediaType">Its content type, unless the caller says it.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="IsNullableValueType">Whether the parameter is a <see cref="Nullable{T}"/>.</param>
/// <param name="TakesContentType">Whether the caller says the content type.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="OtherTypes">The other media types that it can be sent as.</param>
/// <param name="ContentTypes">The media types and ranges between which the caller chooses; empty where any may be sent, or there is no choice.</param>
/// <example><c>("Pet", new JsonContentShape("WireType.Model&lt;Pet&gt;()"), "application/json", IsRequired: true, …)</c></example>
internal sealed record BodyShape(
    string Type, ContentShape Content, string MediaType, bool IsRequired, bool IsNullableValueType, bool TakesContentType, string? Description,
    EquatableArray<string> OtherTypes, EquatableArray<string> ContentTypes);
