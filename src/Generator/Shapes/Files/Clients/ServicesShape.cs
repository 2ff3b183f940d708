using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The class that adds a client to the services of an application.</summary>
/// <param name="Client">The client.</param>
/// <param name="Types">How the file writes the types that it names.</param>
/// <param name="Schemes">The security schemes: each name in the configuration with the expression of the scheme.</param>
/// <param name="Servers">The servers whose URLs need nothing: each name in the configuration with the expression of the URL.</param>
/// <param name="CredentialKeys">The names of the schemes whose credentials can be in the configuration.</param>
internal sealed record ServicesShape(
    string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc,
    string Client, ServicesTypes Types, EquatableArray<NamedExpression> Schemes, EquatableArray<NamedExpression> Servers, EquatableArray<string> CredentialKeys)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>How the file writes the types that it names.</summary>
/// <param name="Options">The client's options.</param>
/// <param name="Registration">The class that the methods call.</param>
/// <param name="Services">The services of an application.</param>
/// <param name="Builder">The builder of an HTTP client.</param>
/// <param name="Configuration">A section of the configuration.</param>
/// <param name="Scheme">The class of security schemes; empty if there are none.</param>
internal sealed record ServicesTypes(string Options, string Registration, string Services, string Builder, string Configuration, string Scheme);

/// <summary>An entry of a dictionary.</summary>
internal sealed record NamedExpression(string Name, string Expression);
