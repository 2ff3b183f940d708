namespace Kiln.Generator.Shapes.Files;

/// <summary>How a body is read or written.</summary>
internal abstract record ContentShape;

/// <summary>As JSON.</summary>
/// <param name="Wire">The runtime's <c>WireType</c> of the value.</param>
/// <example><c>new JsonContentShape("WireType.Model&lt;Pet&gt;()")</c></example>
internal sealed record JsonContentShape(string Wire) : ContentShape;

/// <summary>As text.</summary>
internal sealed record StringContentShape : ContentShape;

/// <summary>As bytes.</summary>
internal sealed record StreamContentShape : ContentShape;
