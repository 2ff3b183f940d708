using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Tests.Input;

/// <summary>Several documents in one project, each with what is given beside it.</summary>
public sealed class SeveralDocumentsTests
{
    [Fact]
    public void Each_has_its_own_overlays_filters_and_namespace_and_they_may_share_files()
    {
        var driver = SdkDriver.Create(
            ("a/shop.yaml", Document("Shop", "../common/pet.yaml"), SdkDriver.With(SdkDriver.With(SdkDriver.Metadata("Shop.Api"), "KilnOverlays", "a/o.yaml"), "KilnIncludePaths", "/pets")),
            ("b/zoo.yaml", Document("Zoo", "../common/pet.yaml"), SdkDriver.With(SdkDriver.Metadata("Zoo.Api"), "KilnExcludePaths", "/pets; /none")),
            ("common/pet.yaml", "{type: object, properties: {name: {type: string}}}", SdkDriver.PartMetadata),
            ("a/o.yaml", "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions: [{target: $.components.schemas.pet.properties, update: {color: {type: string}}}]", SdkDriver.PartMetadata))
            .RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken);

        var files = driver.GetRunResult().GeneratedTrees.ToDictionary(t => Path.GetFileName(t.FilePath), t => t.ToString());
        Assert.Equal(
            ["b/zoo.yaml(1,1): warning KILN0056: The pattern '/none' of ExcludePaths matches no operation of the document; correct or remove it"],
            driver.GetRunResult().Diagnostics.Select(d => d.ToString()));
        Assert.Equal(
            ["Shop.Api-Models.Pet.g.cs", "Shop.Api-Pets.PetsRequestBuilder.g.cs", "Shop.Api-ShopClient.g.cs", "Shop.Api-ShopClientOptions.g.cs", "Zoo.Api-Models.Pet.g.cs", "Zoo.Api-Toys.ToysRequestBuilder.g.cs", "Zoo.Api-ZooClient.g.cs", "Zoo.Api-ZooClientOptions.g.cs"],
            files.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("Color", files["Shop.Api-Models.Pet.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("Color", files["Zoo.Api-Models.Pet.g.cs"], StringComparison.Ordinal);
        Assert.Equal("", string.Join("\n", SdkCompilation.Compile(driver, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void The_paths_of_overlays_are_relative_to_the_project()
    {
        var driver = SdkDriver.Create(
            ("/src/project/spec/shop.yaml", Document("Shop", "pet.yaml"), SdkDriver.With(SdkDriver.Metadata("Shop.Api"), "KilnOverlays", "over/o.yaml")),
            ("/src/project/spec/pet.yaml", "{type: object}", SdkDriver.PartMetadata),
            ("/src/project/over/o.yaml", "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions: [{target: $.info, update: {title: T}}]", SdkDriver.PartMetadata));

        var lost = driver.RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken);

        Assert.Contains(lost.GetRunResult().Diagnostics, d => d.Id == "KILN0055" && d.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void File_names_stay_short_with_a_long_namespace()
    {
        var @namespace = string.Join(".", Enumerable.Repeat("VeryLongNamespace", 8));

        var driver = SdkDriver.Create(
            ("a.yaml", Document("Shop", "pet.yaml"), SdkDriver.Metadata(@namespace + ".A")),
            ("b.yaml", Document("Zoo", "pet.yaml"), SdkDriver.Metadata(@namespace + ".B")),
            ("pet.yaml", "{type: object, properties: {name: {type: string}}}", SdkDriver.PartMetadata))
            .RunGenerators(SdkCompilation.Empty, TestContext.Current.CancellationToken);

        var names = driver.GetRunResult().GeneratedTrees.Select(t => Path.GetFileName(t.FilePath)).ToArray();
        Assert.Equal(10, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, n => Assert.InRange(n.Length, 1, 100));
    }

    private static string Document(string title, string pet) => """
        openapi: 3.0.3
        info: {title: TITLE, version: '1'}
        paths:
          /pets: {get: {responses: {'200': {description: x, content: {application/json: {schema: {$ref: PET}}}}}}}
          /toys: {get: {responses: {'200': {description: x, content: {application/json: {schema: {type: array, items: {$ref: PET}}}}}}}}
        """.Replace("TITLE", title, StringComparison.Ordinal).Replace("PET", pet, StringComparison.Ordinal);
}
