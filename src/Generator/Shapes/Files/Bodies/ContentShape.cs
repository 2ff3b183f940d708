using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>How a body is read or written.</summary>
internal abstract record ContentShape;

/// <summary>As JSON.</summary>
/// <param name="Wire">The runtime's <c>WireType</c> of the value.</param>
/// <example><c>new JsonContentShape("WireType.Model&lt;Pet&gt;()")</c></example>
internal sealed record JsonContentShape(string Wire) : ContentShape;

/// <summary>As text.</summary>
internal sealed record StringContentShape : ContentShape;

/// <summary>As bytes that the caller reads or writes.</summary>
internal sealed record StreamContentShape : ContentShape;

/// <summary>Of responses alone: as bytes in memory.</summary>
internal sealed record BytesContentShape : ContentShape;

/// <summary>Of responses alone: by the status, as the class of results says.</summary>
/// <param name="Result">The class.</param>
internal sealed record ResultContentShape(string Result) : ContentShape;

/// <summary>Of requests alone: by a method of the runtime that takes no more than the body and its content type.</summary>
/// <param name="Method">The method.</param>
/// <param name="MediaType">The content type that it has by default.</param>
internal sealed record OwnContentShape(string Method, string MediaType) : ContentShape;

/// <summary>Of requests alone: by a method of the runtime that takes the type of the value as well.</summary>
/// <param name="Method">The method.</param>
/// <param name="Wire">The runtime's <c>WireType</c> of the value, or of an item.</param>
/// <param name="MediaType">The content type that it has by default.</param>
/// <param name="Styles">The fields of a form that have a style, each with the member of the runtime's <c>ParameterStyle</c>.</param>
internal sealed record TypedContentShape(string Method, string Wire, string MediaType, EquatableArray<FieldStyleShape> Styles) : ContentShape;

/// <summary>The style of a field of a form.</summary>
/// <example><c>("filter", "DeepObject")</c></example>
internal sealed record FieldStyleShape(string Field, string Style);
