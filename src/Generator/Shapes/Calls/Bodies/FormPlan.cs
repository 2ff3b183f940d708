using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls.Bodies;

/// <summary>A class to be emitted for a multipart form.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Pointer">Its schema; <see langword="null"/> for what the document does not have in one place.</param>
/// <param name="Operation">The only operation that sends it: <c>POST /photos</c>; <see langword="null"/> for the form of a component.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="Fields">Its parts, without those that only responses have.</param>
internal sealed record FormPlan(TypeName Name, string? Pointer, string? Operation, string? Description, IReadOnlyList<FormFieldPlan> Fields);

/// <summary>A part of a <see cref="FormPlan"/>.</summary>
/// <param name="Property">What the document says.</param>
/// <param name="Name">Its C# property.</param>
/// <param name="Type">The type of its value; <see langword="null"/> for a file, or files.</param>
/// <param name="IsList">Whether each item of it is a part.</param>
/// <param name="Encoding">How it is written, where the document says it.</param>
/// <example><c>photo</c>, a <c>FilePart</c>; <c>tags</c>, strings.</example>
internal sealed record FormFieldPlan(Property Property, string Name, CSharpType? Type, bool IsList, PartEncoding? Encoding);
