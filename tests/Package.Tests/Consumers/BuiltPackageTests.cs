using System.IO.Compression;
using Kiln.Package.Tests.Support;

namespace Kiln.Package.Tests.Consumers;

/// <summary>A stranger's project that uses a package which <c>kiln build</c> made of a document.</summary>
public sealed class BuiltPackageTests(PackedFeed feed)
{
    private const string Command = "kiln build shop.yaml -o Shop.Api.1.0.0.nupkg --namespace Shop.Api --client ShopClient";

    [FullFact]
    public async Task The_package_restores_and_its_client_calls_the_service()
    {
        var workspace = new Workspace(feed, "built");
        workspace.Write("packages/shop.yaml", Documents.Shop());
        // The command as it is shipped, with what it brings to compile against.
        using (var tool = feed.Open("Kiln.Tool"))
            tool.ExtractToDirectory(feed.Folder("tool"));

        var kiln = await Dotnet.RunAsync(
            workspace.PathOf("packages"), new Dictionary<string, string>(),
            ["exec", Path.Combine(feed.Folder("tool"), "tools", "net10.0", "any", "kiln.dll"), .. Command.Split(' ')[1..]]);
        Assert.True(kiln.ExitCode == 0, kiln.Output);
        Assert.Matches(@"^Shop\.Api\.1\.0\.0\.nupkg: \d+ files, \d+ types, \d+ bytes in \d+\.\d s\.$", kiln.Output.Trim());

        workspace.AddProject(
            "User",
            $"""
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <RestoreAdditionalProjectSources>{workspace.PathOf("packages")}</RestoreAdditionalProjectSources>
            {Workspace.Strict}
            """,
            """
              <ItemGroup>
                <PackageReference Include="Shop.Api" Version="1.0.0" />
              </ItemGroup>
            """);
        workspace.Write("User/Program.cs", """
            using Kiln.Runtime.Requests;
            using Microsoft.Kiota.Abstractions.Authentication;
            using Shop.Api;

            using var adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), new Uri(args[0]));
            var pet = await new ShopClient(adapter).Pets[42].GetAsync();
            Console.WriteLine($"{pet.Id} {pet.Name} {pet.Kind} {pet.Born:u}");
            """);
        var build = await workspace.BuildAsync();
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Empty(build.Told("User"));

        using var service = new PetService();
        var run = await Dotnet.RunAsync(feed.Folder("built"), new Dictionary<string, string>(), "exec", workspace.PathOf("User/bin/Debug/net10.0/User.dll"), service.Address);

        Assert.Equal("42 Rex dog 2020-01-02 03:04:05Z", run.Output.Trim());
        Assert.Equal("/pets/42", await service.Asked);
    }
}
