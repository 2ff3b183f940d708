using Kiln.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.Fields;

/// <summary>The SDK compiles without a warning, and who uses what the document advises against is warned in the document's words.</summary>
public sealed class DeprecationTests
{
    [Theory]
    [InlineData("_ = new Probe.Models.Pet().Name;", "'Pet.Name' is obsolete: 'Gone in 2.'")]
    [InlineData("_ = new Probe.Models.Pet().Nick;", "'Pet.Nick' is obsolete: 'Deprecated.'")]
    [InlineData("_ = new Probe.Models.Old();", "'Old' is obsolete: 'Deprecated: use \"Pet\".'")]
    [InlineData("_ = client.Pets.GetAsync();", "is obsolete: 'It is deprecated in favour of the search.'")]
    [InlineData("_ = client.Pets.ToGetRequestInformation();", "is obsolete: 'It is deprecated in favour of the search.'")]
    [InlineData("_ = client.Pets.GetWithResponseAsync();", "is obsolete: 'It is deprecated in favour of the search.'")]
    [InlineData("_ = new Probe.Pets.PetsQuery().Sort;", "'PetsQuery.Sort' is obsolete: 'Deprecated.'")]
    public void A_consumer_is_warned(string line, string warning)
    {
        var driver = SdkDriver.Run("spec.yaml", Pets, "Probe");
        var consumer = CSharpSyntaxTree.ParseText(
            $"class C {{ void M(Probe.PetsClient client) {{ {line} }} }}", SdkCompilation.ParseOptions, "Consumer.cs", cancellationToken: TestContext.Current.CancellationToken);

        var warnings = SdkCompilation.Compile([.. driver.GetRunResult().GeneratedTrees, consumer], TestContext.Current.CancellationToken);

        var one = Assert.Single(warnings);
        Assert.Equal("CS0618", one.Id);
        Assert.Contains(warning, one.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_files_that_use_what_is_deprecated_silence_the_warning()
    {
        var driver = SdkDriver.Run("spec.yaml", Pets, "Probe");

        var silent = driver.GetRunResult().GeneratedTrees.Where(t => t.ToString().Contains("#pragma", StringComparison.Ordinal)).Select(t => Path.GetFileName(t.FilePath));

        Assert.Equal(["Models.Old.g.cs", "Models.Pet.g.cs", "Pets.PetsQuery.g.cs", "Pets.PetsRequestBuilder.g.cs"], silent.Order(StringComparer.Ordinal));
    }

    private const string Pets = """
        openapi: 3.0.3
        info: { title: Pets, version: '1' }
        paths:
          /pets:
            get:
              deprecated: true
              description: All pets. It is deprecated in favour of the search. See there.
              parameters: [{ name: sort, in: query, deprecated: true, schema: { type: string } }]
              responses: { '204': { description: x } }
        components:
          schemas:
            Old: { type: object, deprecated: true, description: 'Deprecated: use "Pet".', properties: { self: { $ref: '#/components/schemas/Old' } } }
            Other: { type: object, properties: { name: { type: string } } }
            Pet:
              type: object
              properties:
                name: { type: string, deprecated: true, x-deprecated-message: Gone in 2. }
                nick: { type: string, nullable: true, deprecated: true }
        """;
}
