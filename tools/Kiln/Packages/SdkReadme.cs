using Kiln.Tool.Compilation;
using Microsoft.CodeAnalysis;

namespace Kiln.Tool.Packages;

/// <summary>What a package's page says: how to make the first call.</summary>
internal static class SdkReadme
{
    public static string Of(SdkPackage package, SdkAssembly assembly, CompiledSdk sdk)
    {
        var start = $"""
            # {package.Id}

            {package.Description}

            ```console
            dotnet add package {package.Id}
            ```

            """;
        // The one builder that stands in the root namespace.
        var client = sdk.Types.FirstOrDefault(t => t.BaseType?.Name == "RequestBuilder" && t.InstanceConstructors.Any(TakesAdapterOnly));
        return client is null ? start : start + $"""

            ```csharp
            using Kiln.Runtime.Requests;
            using Microsoft.Kiota.Abstractions.Authentication;
            using {client.ContainingNamespace.ToDisplayString()};

            using var adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), new Uri("https://service.example"));
            var client = new {client.Name}(adapter);
            ```

            Made by [Kiln](https://www.nuget.org/packages/Kiln.Tool) {KilnVersion.Text} for {assembly.Framework.DisplayName} and later.

            """;
    }

    private static bool TakesAdapterOnly(IMethodSymbol constructor) =>
        constructor is { DeclaredAccessibility: Accessibility.Public, Parameters: [{ Type.Name: "IRequestAdapter" }] };
}
