using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Compiler;

/// <summary>Documents whose items choose no names.</summary>
public sealed class NamingTests
{
    [Fact]
    public void Two_documents_get_a_namespace_each_from_their_titles()
    {
        var driver = SdkDriver
            .Create(("a #1 & ünï%20 (2);x.yaml", Spec("Pet shop"), SdkDriver.Metadata()), ("toys.yaml", Spec("Toy shop"), SdkDriver.Metadata()))
            .RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken);

        AssertCompiles(driver);
        Assert.Equal(["PetShop-PetShopClient.g.cs", "ToyShop-ToyShopClient.g.cs"], HintNames(driver));
    }

    [Theory]
    [InlineData("CancellationToken", "CancellationTokenApi")]
    [InlineData("Task", "TaskApi")]
    [InlineData("System", "SystemApi")]
    public void A_title_that_emitted_code_means_something_else_by_gets_an_ending(string title, string expected)
    {
        var driver = SdkDriver.Run("spec.yaml", Spec(title));

        AssertCompiles(driver);
        Assert.All(driver.GetRunResult().GeneratedTrees, tree => Assert.Matches($@"\nnamespace {expected}[.;]", tree.ToString()));
    }

    private static void AssertCompiles(GeneratorDriver driver)
    {
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        Assert.Empty(driver.GetRunResult().Diagnostics);
        Assert.Equal("", string.Join("\n", SdkCompilation.Compile(driver, TestContext.Current.CancellationToken)));
    }

    private static IEnumerable<string> HintNames(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().GeneratedSources.Select(s => s.HintName).Where(n => n.EndsWith("Client.g.cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Spec(string title) => $$"""
        openapi: 3.0.3
        info: { title: {{title}}, version: '1' }
        paths:
          /pets/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { '200': { description: A pet., content: { application/json: { schema: { type: object, properties: { born: { type: string, format: date-time } } } } } } }
        """;
}
