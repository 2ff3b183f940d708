using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>What only the client has.</summary>
/// <param name="Title">The title of the document; empty for none.</param>
/// <param name="ServerUrl">The URL that is used when the adapter has none; <see langword="null"/> when the document names none.</param>
/// <param name="Options">The class of its options.</param>
/// <param name="OptionsType">The runtime's class of options.</param>
/// <param name="AdapterType">The runtime's adapter.</param>
/// <param name="CredentialType">The runtime's class of credentials.</param>
/// <param name="Credentials">The class that makes credentials; <see langword="null"/> if there are none.</param>
/// <param name="Servers">The class that makes the URLs of servers; <see langword="null"/> if the document names none.</param>
/// <param name="Security">The expression of what the document requires; <see langword="null"/> if it does not say.</param>
/// <param name="OperationServers">The URLs of the servers of paths and operations.</param>
internal sealed record ClientShape(
    string Title,
    string? ServerUrl,
    string Options,
    string OptionsType,
    string AdapterType,
    string CredentialType,
    string? Credentials,
    string? Servers,
    string? Security,
    EquatableArray<string> OperationServers)
{
    /// <summary>The property with the methods of all operations, and its class; <see langword="null"/> for none.</summary>
    public (string Member, string Type)? Facade { get; init; }
}
