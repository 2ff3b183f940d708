using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The class whose methods follow links.</summary>
/// <param name="Client">The client.</param>
/// <param name="Links">The links.</param>
/// <example><c>ShopLinks</c> with <c>FollowOwner</c>.</example>
internal sealed record LinksShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, string Client, EquatableArray<LinkShape> Links)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>A link.</summary>
/// <param name="Name">Its method.</param>
/// <param name="Key">Its key in the document.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="Receiver">The type of the response that it is a method of.</param>
/// <param name="IsGeneric">Whether the receiver has the type of the headers as the method's type parameter.</param>
/// <param name="Builder">The builder that it leads to.</param>
/// <param name="Operation">The operation that it leads to: <c>GET /users/{id}</c>.</param>
/// <param name="Expression">The builder, from <c>client</c> on.</param>
/// <param name="Arguments">What the caller gives.</param>
internal sealed record LinkShape(
    string Name,
    string Key,
    string? Description,
    string Receiver,
    bool IsGeneric,
    string Builder,
    string Operation,
    string Expression,
    EquatableArray<LinkArgumentShape> Arguments);

/// <summary>A value that the caller gives.</summary>
/// <param name="Name">The argument.</param>
/// <param name="Type">Its type.</param>
/// <param name="WireName">The parameter of the target.</param>
/// <param name="Expression">The expression that the document has for it; <see langword="null"/> if the link leaves it out.</param>
internal sealed record LinkArgumentShape(string Name, string Type, string WireName, string? Expression);
