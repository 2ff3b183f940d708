using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>How the items of a body are enumerated.</summary>
/// <param name="Method">The method, without <c>Async</c>.</param>
/// <param name="Field">The private field that describes the items.</param>
/// <param name="ItemType">The C# type of an item.</param>
/// <param name="Wire">The runtime's <c>WireType</c> of an item.</param>
/// <param name="Format">The member of the runtime's <c>ItemStreamFormat</c>; <see langword="null"/> for server-sent events.</param>
/// <param name="Accept">The media types to ask for; <see langword="null"/> for those that the request has anyway.</param>
/// <param name="Properties">The properties of the field that have a value, each with its expression.</param>
/// <param name="Flag">What the request says to get a stream; <see langword="null"/> for nothing.</param>
/// <example><c>("PostStream", "PostStream", "Chunk", "WireType.Model&lt;Chunk&gt;()", null, "text/event-stream", …)</c></example>
internal sealed record StreamShape(
    string Method, string Field, string ItemType, string Wire, string? Format, string? Accept, EquatableArray<StreamPropertyShape> Properties, StreamFlagShape? Flag)
{
    /// <summary>The property of the caller's body that asks for the stream, where the method cannot set it; <see langword="null"/> if there is none.</summary>
    public string? UnsetFlag { get; init; }
}

/// <summary>A property of the object that describes the items of a stream.</summary>
/// <param name="Name">The property of the runtime's class.</param>
/// <param name="Value">Its value: strings of a list, a string, or a member of an enum.</param>
internal sealed record StreamPropertyShape(string Name, StreamValueShape Value);

/// <summary>The value of a <see cref="StreamPropertyShape"/>.</summary>
internal abstract record StreamValueShape;

/// <summary>A list of strings.</summary>
internal sealed record StringsShape(EquatableArray<string> Texts) : StreamValueShape;

/// <summary>A string.</summary>
internal sealed record StringShape(string Text) : StreamValueShape;

/// <summary>A member of the runtime's <c>EventEnvelope</c>.</summary>
internal sealed record EnvelopeShape(string Member) : StreamValueShape;

/// <summary>What a request says to get a stream.</summary>
/// <param name="Pointer">The JSON pointer in the body; <see langword="null"/> for a query parameter.</param>
/// <param name="Parameter">The argument of that, or the property of the query; empty for a property of the body.</param>
/// <param name="IsArgument">Whether the parameter is an argument.</param>
/// <param name="Value">The expression of the value.</param>
/// <param name="Name">The name in the document, for a person.</param>
/// <param name="Text">The value, for a person.</param>
internal sealed record StreamFlagShape(string? Pointer, string Parameter, bool IsArgument, string Value, string Name, string Text);
