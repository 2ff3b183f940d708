using Kiln.Package.Tests.Support;

namespace Kiln.Package.Tests.Consumers;

/// <summary>An application that gets its client from its services, outside of the repository: built, tested with a fake, run, and published as native code.</summary>
public sealed class ApplicationTests(PackedFeed feed)
{
    private const string Items = """
          <ItemGroup>
            <PackageReference Include="Kiln.Generator" Version="0.1.0" PrivateAssets="all" />
            <PackageReference Include="Kiln.DependencyInjection" Version="0.1.0" />
            <PackageReference Include="Microsoft.Extensions.Hosting" Version="8.0.1" />
            <PackageReference Include="Microsoft.Extensions.Http.Resilience" Version="9.10.0" />
            <OpenApiSdk Include="shop.yaml" Namespace="Shop.Api" Client="ShopClient" />
            <Content Include="appsettings.json" CopyToOutputDirectory="PreserveNewest" />
          </ItemGroup>
        """;

    private const string Program = """
        using Application;
        using Kiln.Runtime.Http;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Polly;
        using Shop.Api;

        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddShopClient(builder.Configuration.GetSection("Shop"))
            .AddStandardResilienceHandler(options => options.Retry.ShouldHandle = call =>
                ValueTask.FromResult(RetryRules.ShouldRetry(call.Context.GetRequestMessage()!, call.Outcome.Result, call.Outcome.Exception)));
        builder.Services.AddTransient<Greeter>();
        using var host = builder.Build();
        await host.StartAsync();
        Console.WriteLine(await host.Services.GetRequiredService<Greeter>().GreetAsync(42));
        await host.StopAsync();
        """;

    private const string Greeter = """
        using Shop.Api;

        namespace Application;

        /// <summary>Greets pets.</summary>
        /// <param name="shop">The shop.</param>
        public sealed class Greeter(ShopClient shop)
        {
            /// <summary>Greets one.</summary>
            /// <param name="id">Its id.</param>
            public async Task<string> GreetAsync(long id) => $"Hello {(await shop.Pets[id].GetAsync()).Name}";
        }
        """;

    private const string Settings = """
        {
          "Logging": { "LogLevel": { "Default": "None" } },
          "Shop": { "Timeout": "00:00:30", "UserAgent": "contoso/1.0", "Credentials": { "Bearer": "secret" } }
        }
        """;

    private const string Tests = """
        using Application;
        using Kiln.Testing;
        using Shop.Api;
        using Shop.Api.Models;
        using Xunit;

        public sealed class GreeterTests
        {
            [Fact]
            public async Task Greets_a_pet_by_its_name()
            {
                var fake = new FakeAdapter();
                var client = new ShopClient(fake);
                fake.Setup(() => client.Pets[5].GetAsync()).Returns(new Pet { Id = 5, Name = "Bello" });

                Assert.Equal("Hello Bello", await new Greeter(client).GreetAsync(5));
            }
        }
        """;

    [FullFact]
    public async Task An_application_is_built_tested_run_and_published_as_native_code()
    {
        var workspace = Write();

        var build = await workspace.BuildAsync();
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Empty(build.Told("Application"));
        Assert.Empty(build.Told("Tests"));

        var test = await Dotnet.RunAsync(feed.Folder("application"), feed.Environment, "exec", workspace.PathOf("Tests/bin/Debug/net10.0/Tests.dll"));
        Assert.True(test.ExitCode == 0 && test.Output.Contains("Total: 1", StringComparison.Ordinal), test.Output);

        var wrong = await Dotnet.RunAsync(feed.Folder("application"), feed.Environment, "exec", workspace.PathOf("Application/bin/Debug/net10.0/Application.dll"), "--Shop:Timeout", "30");
        Assert.NotEqual(0, wrong.ExitCode);
        Assert.Contains("Shop:Timeout: must be a time in hours, minutes and seconds", wrong.Output);

        using (var service = new PetService())
        {
            var run = await Dotnet.RunAsync(
                feed.Folder("application"), feed.Environment, "exec", workspace.PathOf("Application/bin/Debug/net10.0/Application.dll"), "--Shop:BaseUrl", service.Address);
            Assert.Equal("Hello Rex", run.Output.Trim());
            Assert.Equal("/pets/42", await service.Asked);
        }

        var publish = await workspace.RunAsync("publish", "Application/Application.csproj", "-c", "Release", "-r", "linux-x64", "-p:PublishAot=true", "-o", "native", "--nologo");
        Assert.True(publish.ExitCode == 0, publish.Output);
        Assert.DoesNotContain("warning", publish.Output);

        using (var service = new PetService())
        {
            var native = await Dotnet.RunProgramAsync(workspace.PathOf("native/Application"), feed.Folder("application"), feed.Environment, "--Shop:BaseUrl", service.Address);
            Assert.Equal("Hello Rex", native.Output.Trim());
            Assert.Equal("/pets/42", await service.Asked);
        }
    }

    private Workspace Write()
    {
        var workspace = new Workspace(feed, "application");
        workspace.AddProject(
            "Application",
            $"""
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <AnalysisLevel>latest</AnalysisLevel>
            <InvariantGlobalization>true</InvariantGlobalization>
            {Workspace.Strict}
            """,
            Items);
        workspace.Write("Application/shop.yaml", Documents.Shop());
        workspace.Write("Application/appsettings.json", Settings);
        workspace.Write("Application/Program.cs", Program);
        workspace.Write("Application/Greeter.cs", Greeter);
        workspace.AddProject(
            "Tests",
            """
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <NoWarn>xUnit1051</NoWarn>
            """,
            """
              <ItemGroup>
                <PackageReference Include="Kiln.Testing" Version="0.1.0" />
                <PackageReference Include="xunit.v3" Version="4.0.2" />
                <ProjectReference Include="../Application/Application.csproj" />
              </ItemGroup>
            """);
        workspace.Write("Tests/GreeterTests.cs", Tests);
        return workspace;
    }
}
