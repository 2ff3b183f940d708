namespace Kiln.Generator.Shapes.Naming;

/// <summary>What the types of an operation are named after that the document does not name.</summary>
/// <param name="Models">For the types of its bodies: <c>ListPets</c>, or <c>GistsCommentsPost</c> if it has no id.</param>
/// <param name="Parameters">For the types of its parameters: <c>ListPets</c>, or <c>GistsComments</c>.</param>
/// <param name="Classes">For the classes in the namespace of its request builder: <c>ListPets</c>, or <c>CommentsPost</c>.</param>
/// <param name="Methods">For its methods among those of all operations: <c>ListPets</c>, or <c>PostGistsComments</c>.</param>
internal sealed record OperationName(string Models, string Parameters, string Classes, string Methods);
