using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>An exception that carries an error's body.</summary>
/// <example><c>ErrorResponseException</c> with the model <c>ErrorResponse</c>.</example>
/// <param name="HintName">The file's name for Roslyn.</param>
/// <param name="Namespace">The namespace.</param>
/// <param name="Usings">What the file uses.</param>
/// <param name="Name">The name of the exception.</param>
/// <param name="Doc">What the document says of it.</param>
/// <param name="Form">What the body is.</param>
/// <param name="Type">The type of the error, without the mark of a type that can be null.</param>
/// <param name="Wire">The expression of the runtime's <c>WireType</c> for it; empty for a model or a text.</param>
/// <param name="Headers">The class of the response's headers; <see langword="null"/> for none.</param>
internal sealed record ErrorShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, ErrorForm Form, string Type, string Wire, string? Headers)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>What the body of an error is.</summary>
internal enum ErrorForm
{
    /// <summary>A model, whose type is made when it is first read.</summary>
    Model,

    /// <summary>Other JSON that becomes an object.</summary>
    Json,

    /// <summary>JSON that becomes a struct.</summary>
    JsonValue,

    /// <summary>A text.</summary>
    Text,
}
