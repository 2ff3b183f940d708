using Kiln.Package.Tests.Support;

namespace Kiln.Package.Tests.Consumers;

/// <summary>Projects that do as the README says, built once for all tests.</summary>
public sealed class GoodConsumers(PackedFeed feed) : IAsyncLifetime
{
    internal Workspace Workspace { get; } = new(feed, "good");

    internal DotnetRun Build { get; private set; } = null!;

    /// <summary>The item group of "Generate an SDK from your own document".</summary>
    private static string ReadmeItems => Repository.ReadmeBlocks("xml").Single();

    public async ValueTask InitializeAsync()
    {
        if (!TestForm.IsFull)
            return;

        AddShop();
        AddLibraryThatHearsOfEverything();
        AddSeveralDocuments();
        AddDocumentInParts();
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
        Workspace.Write(
            "Shop/Program.cs",
            Repository.ReadmeBlocks("csharp")[1]
                .Replace("\nvar client = new ShopClient(", "\nvar token = \"secret\";\nvar client = new ShopClient(new Uri(args[0]), ", StringComparison.Ordinal)
                + "Console.WriteLine($\"{pet.Id} {pet.Name} {pet.Kind} {pet.Born:u}\");\n");
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

    // As docs/input.md says: several files, overlays and filters, with characters that MSBuild and its files have a meaning for.
    private void AddDocumentInParts()
    {
        Workspace.AddProject(
            "Parts",
            $"""
            <TargetFramework>net10.0</TargetFramework>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
            {Workspace.Strict}
            """,
            """
              <ItemGroup>
                <PackageReference Include="Kiln.Generator" Version="0.1.0" PrivateAssets="all" />
                <PackageReference Include="Kiln.Runtime" Version="0.1.0" />
                <OpenApiSdk Include="spec/shop.yaml" Namespace="Shop.Api" Client="ShopClient" Overlays="over lays/1.yaml; over lays/2.yaml"
                            IncludeTags="Cats &amp; dogs;Toys' #1 (new)" ExcludePaths="/internal/**;/pets/*/secret" />
                <OpenApiSdk Include="spec/stock.yaml" Namespace="Stock.Api" Client="StockClient" ExcludeOperations="b" />
                <OpenApiSdkFile Include="spec/**/*.yaml" />
              </ItemGroup>
            """);
        Workspace.Write("Parts/spec/shop.yaml", """
            openapi: 3.0.3
            info: { title: Shop, version: '1' }
            paths:
              /pets: { $ref: parts/pets.yaml }
              /toys: { get: { tags: ["Toys' #1 (new)"], responses: { '204': { description: None. } } } }
              /other: { get: { responses: { '204': { description: None. } } } }
              /pets/{id}/secret: { get: { tags: [Cats & dogs], parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { '204': { description: None. } } } }
              /internal/a: { get: { tags: [Cats & dogs], responses: { '204': { description: None. } } } }
            """);
        Workspace.Write("Parts/spec/parts/pets.yaml", "get: { tags: [Cats & dogs], responses: { '200': { description: All., content: { application/json: { schema: { $ref: Pet.yaml } } } } } }");
        Workspace.Write("Parts/spec/parts/Pet.yaml", "{ type: object, required: [name], properties: { name: { type: string } } }");
        Workspace.Write("Parts/spec/stock.yaml", """
            openapi: 3.0.3
            info: { title: Stock, version: '1' }
            paths:
              /a: { get: { operationId: a, responses: { '200': { description: x, content: { application/json: { schema: { $ref: parts/Pet.yaml } } } } } } }
              /b: { get: { operationId: b, responses: { '204': { description: None. } } } }
            """);
        Workspace.Write("Parts/over lays/1.yaml", "overlay: 1.0.0\ninfo: { title: O, version: '1' }\nactions: [{ target: $.components.schemas.Pet.properties, update: { color: { type: string } } }]");
        Workspace.Write("Parts/over lays/2.yaml", "overlay: 1.0.0\ninfo: { title: O, version: '1' }\nactions: [{ target: $.components.schemas.Pet, update: { required: [color] } }]");
        Workspace.Write("Parts/Uses.cs", """
            namespace Parts;

            /// <summary>Uses what was asked for.</summary>
            public static class Uses
            {
                /// <summary>A field that an overlay brought.</summary>
                public static string Color(Shop.Api.Models.Pet pet) => pet.Color;

                /// <summary>The builders that are there.</summary>
                public static object[] All(Microsoft.Kiota.Abstractions.IRequestAdapter adapter) =>
                    [new Shop.Api.ShopClient(adapter).Pets, new Shop.Api.ShopClient(adapter).Toys, new Stock.Api.StockClient(adapter), typeof(Stock.Api.Models.Pet)];
            }
            """);
    }

    private void AddUserOfTheSdk()
    {
        var block = Repository.ReadmeBlocks("csharp")[0];
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
