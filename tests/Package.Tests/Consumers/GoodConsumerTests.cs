using System.Text;
using Kiln.Package.Tests.Support;

namespace Kiln.Package.Tests.Consumers;

/// <summary>What a stranger gets who does as the README says.</summary>
public sealed class GoodConsumerTests(GoodConsumers consumers, PackedFeed feed) : IClassFixture<GoodConsumers>
{
    [FullTheory]
    [InlineData("Shop")]
    [InlineData("Library")]
    [InlineData("Several")]
    [InlineData("Parts")]
    [InlineData("Readme")]
    public void A_project_builds_without_a_warning(string project)
    {
        Assert.Contains($"{project} -> ", consumers.Build.Output);
        Assert.Empty(consumers.Build.Told(project));
    }

    [FullTheory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task The_program_gets_what_the_service_has(string framework)
    {
        using var service = new PetService();

        var run = await Dotnet.RunAsync(
            feed.Folder("good"), new Dictionary<string, string> { ["DOTNET_ROLL_FORWARD"] = "LatestMajor" },
            "exec", consumers.Workspace.PathOf($"Shop/bin/Debug/{framework}/Shop.dll"), service.Address);

        Assert.Equal("42 Rex dog 2020-01-02 03:04:05Z", run.Output.Trim());
        Assert.Equal("/pets/42", await service.Asked);
    }

    [FullFact]
    public async Task An_edit_of_the_document_is_in_the_next_build()
    {
        var file = consumers.Workspace.Read("Shop/shop.yaml");
        consumers.Workspace.Write("Shop/shop.yaml", file.Replace("name: { type: string }", "name: { type: string }\n        nickName: { type: string }", StringComparison.Ordinal));

        var run = await consumers.Workspace.RunAsync("build", "Shop/Shop.csproj", "--no-restore", "--nologo", "-f", "net10.0");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("NickName", consumers.Workspace.Read("Shop/obj/Debug/net10.0/generated/Kiln.Generator/Kiln.Generator.SdkGenerator/Models.Pet.g.cs"));
        Assert.Contains("get_NickName", Encoding.UTF8.GetString(await File.ReadAllBytesAsync(consumers.Workspace.PathOf("Shop/bin/Debug/net10.0/Shop.dll"), TestContext.Current.CancellationToken)));
    }

    [FullFact]
    public void Operations_that_are_not_wanted_have_no_builder()
    {
        var folder = consumers.Workspace.PathOf("Parts/obj/Debug/net10.0/generated/Kiln.Generator/Kiln.Generator.SdkGenerator");

        var builders = Directory.GetFiles(folder, "*RequestBuilder.g.cs").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

        Assert.Equal(["Shop.Api-Pets.PetsRequestBuilder.g.cs", "Shop.Api-Toys.ToysRequestBuilder.g.cs", "Stock.Api-A.ARequestBuilder.g.cs"], builders);
    }

    [Fact]
    public void The_README_promises_the_call_that_the_program_makes() =>
        Assert.Contains("client.Pets[42].GetAsync()", Repository.Readme);
}
