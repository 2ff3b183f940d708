using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Clients;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The class that makes the credentials of a client.</summary>
/// <param name="Client">The client.</param>
/// <param name="Credential">The runtime's class.</param>
/// <param name="Factories">Its methods.</param>
internal sealed record CredentialsShape(
    string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, string Client, string Credential, EquatableArray<FactoryShape> Factories)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>A method that makes a credential.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What the credential is made of.</param>
/// <param name="Scheme">The expression of the scheme.</param>
/// <param name="SchemeType">The runtime's class of the scheme.</param>
/// <param name="Place">Where the secret is sent, for its doc comment; <see langword="null"/> where the kind says it.</param>
/// <param name="Doc">What the document says of the scheme.</param>
internal sealed record FactoryShape(string Name, CredentialKind Kind, string Scheme, string SchemeType, string? Place, DocShape Doc);
