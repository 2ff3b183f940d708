using Kiln.Package.Tests.Support;

namespace Kiln.Package.Tests.Consumers;

/// <summary>Projects that do as the README says, built once for all tests.</summary>
public sealed class GoodConsumers(PackedFeed feed) : IAsyncLifetime
{
    internal Workspace Workspace { get; } = new(feed, "good");

    internal DotnetRun Build { get; private set; } = null!;

    /// <summary>The item group of "Make an SDK of your own document".</summary>
    private static string ReadmeItems => Repository.ReadmeBlocks("xml").Single();

    public async ValueTask InitializeAsync()
    {
        AddShop();
        AddLibraryThatHearsOfEverything();
        AddSeveralDocuments();
        AddUserOfTheSdk();
        Build = await Workspace.BuildAsync();
        Assert.True(Build.ExitCode == 0, Build.Output);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void AddShop()
    {
        Workspace.AddProject(
            "Shop",
            $"""
            <OutputType>Exe</OutputType>
            <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
            <ImplicitUsings>enable</ImplicitUsings>
            <AnalysisLevel>latest</AnalysisLevel>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
            {Workspace.Strict}
            """,
            ReadmeItems);
        Workspace.Write("Shop/shop.yaml", Documents.Shop());
        Workspace.Write("Shop/Program.cs", """
            using Kiln.Runtime.Requests;
            using Microsoft.Kiota.Abstractions.Authentication;
            using Shop.Api;

            using var adapter = new ServiceAdapter(new AnonymousAuthenticationProvider(), new Uri(args[0]));
            var pet = await new ShopClient(adapter).Pets[42].GetAsync();
            Console.WriteLine($"{pet.Id} {pet.Name} {pet.Kind} {pet.Born:u}");
            """);
    }

    private void AddLibraryThatHearsOfEverything()
    {
        Workspace.AddProject(
            "Library",
            $"""
            <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
            <ImplicitUsings>disable</ImplicitUsings>
            <AnalysisLevel>latest-all</AnalysisLevel>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            {Workspace.Strict}
            """,
            ReadmeItems.Replace("shop.yaml", "threat-events.openapi.yaml", StringComparison.Ordinal));
        Workspace.Write("Library/threat-events.openapi.yaml", Repository.Read("spec", "threat-events.openapi.yaml"));
    }

    private void AddSeveralDocuments()
    {
        // Neither names nor file names that anybody has thought about.
        Workspace.AddProject(
            "Several",
            $"""
            <TargetFramework>net10.0</TargetFramework>
            {Workspace.Strict}
            """,
            ReadmeItems.Replace("Include=\"shop.yaml\" Namespace=\"Shop.Api\" Client=\"ShopClient\"", "Include=\"**/*.yaml;toys.json\"", StringComparison.Ordinal));
        Workspace.Write("Several/with space/a #1 & ünï (2).yaml", Documents.Shop("Pet shop"));
        Workspace.Write("Several/crlf.yaml", Documents.Shop("Windows shop").ReplaceLineEndings("\r\n"));
        Workspace.Write("Several/toys.json", """{ "openapi": "3.0.3", "info": { "title": "Toys", "version": "1" }, "paths": { "/toys": { "get": { "responses": { "204": { "description": "x" } } } } } }""");
        Workspace.Write("Several/Uses.cs", """
            namespace Several;

            /// <summary>Names each client.</summary>
            public static class Uses
            {
                /// <summary>All of them.</summary>
                public static object[] All(Microsoft.Kiota.Abstractions.IRequestAdapter adapter) =>
                    [new PetShop.PetShopClient(adapter).Pets, new WindowsShop.WindowsShopClient(adapter).Pets, new Toys.ToysClient(adapter)];
            }
            """);
    }

    private void AddUserOfTheSdk()
    {
        var block = Repository.ReadmeBlocks("csharp").Single();
        Workspace.AddProject(
            "Readme",
            $"""
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            {Workspace.Strict}
            """,
            """
              <ItemGroup>
                <PackageReference Include="SentinelOne.ThreatEvents" Version="0.1.0" />
              </ItemGroup>
            """);
        Workspace.Write("Readme/Program.cs", block.Replace("\nvar client", "\nvar apiToken = args[0];\nvar client", StringComparison.Ordinal));
    }
}
