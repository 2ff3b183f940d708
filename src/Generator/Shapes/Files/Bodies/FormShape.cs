using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>A multipart form.</summary>
/// <param name="Operation">The operation as the document names it: <c>POST /photos</c>; <see langword="null"/> for the form of a component.</param>
/// <param name="Fields">Its parts.</param>
internal sealed record FormShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, string? Operation, EquatableArray<FormFieldShape> Fields)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>A part of a <see cref="FormShape"/>.</summary>
/// <param name="Name">Its property.</param>
/// <param name="Type">The C# type of that, with its question mark if it may be left out.</param>
/// <param name="WireName">The name of the part.</param>
/// <param name="Method">The method of the runtime's <c>MultipartParts</c> that adds it.</param>
/// <param name="Wire">The runtime's <c>WireType</c> of the value or an item of it; <see langword="null"/> for files.</param>
/// <param name="ContentType">The media type of the part; <see langword="null"/> for the one that follows from the value.</param>
/// <param name="Style">The member of the runtime's <c>ParameterStyle</c> by which it becomes parts; <see langword="null"/> for none.</param>
/// <param name="IsRequired">Whether the caller must set it.</param>
/// <param name="Initial">What it is at first; <see langword="null"/> for nothing.</param>
/// <param name="Headers">The names of the headers that the document defines for the part.</param>
/// <param name="Doc">What the document says of it.</param>
/// <example><c>("Photo", "FilePart", "photo", "Add", null, "image/png", null, IsRequired: true, …)</c></example>
internal sealed record FormFieldShape(
    string Name, string Type, string WireName, string Method, string? Wire, string? ContentType, string? Style, bool IsRequired, string? Initial, EquatableArray<string> Headers, DocShape Doc);
