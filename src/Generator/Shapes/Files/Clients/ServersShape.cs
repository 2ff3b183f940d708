using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The class that makes the URLs of a document's servers.</summary>
internal sealed record ServersShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, EquatableArray<ServerShape> Servers)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>A method that makes the URL of a server.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Template">The document's URL.</param>
/// <param name="IsRelative">Whether that is relative.</param>
/// <param name="Arguments">The method's parameters.</param>
/// <param name="Doc">What the document says of it.</param>
internal sealed record ServerShape(string Name, string Template, bool IsRelative, EquatableArray<ServerArgumentShape> Arguments, DocShape Doc);

/// <summary>The parameter of a server's method for a variable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Variable">The variable.</param>
/// <param name="Enum">The enum of its values; <see langword="null"/> for a string.</param>
/// <param name="Default">The default: a member of the enum, or a text; <see langword="null"/> for none.</param>
/// <param name="Description">What the document says of it.</param>
internal sealed record ServerArgumentShape(string Name, string Variable, string? Enum, string? Default, string? Description);
