using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The headers of a response.</summary>
/// <param name="Operation">The operation as the document names it: <c>GET /pets</c>; <see langword="null"/> for headers that are not of one operation.</param>
/// <param name="Fields">The headers that the document names.</param>
internal sealed record HeadersShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, string? Operation, EquatableArray<HeaderFieldShape> Fields)
    : FileShape(HintName, Namespace, Usings, Name, Doc)
{
    /// <summary>Whether they are of requests that the service sends, and not of its responses.</summary>
    public bool IsReceived { get; init; }
}

/// <summary>A header in a <see cref="HeadersShape"/>.</summary>
/// <param name="Name">Its property.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="WireName">Its name.</param>
/// <param name="Method">The runtime's method that reads it: <c>Get</c>.</param>
/// <param name="Wire">The runtime's <c>WireType</c> of the value, or of an item.</param>
/// <param name="IsExploded">Whether names and values are joined by equals signs.</param>
/// <param name="Doc">What the document says of it.</param>
internal sealed record HeaderFieldShape(string Name, string Type, string WireName, string Method, string Wire, bool IsExploded, DocShape Doc);
