using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Running;

/// <summary>The examples of docs/requests.md.</summary>
public sealed class RequestsPageTests
{
    private static readonly string Page = PageBlocks.Read("requests.md");

    [Fact]
    public void Each_example_compiles_with_the_SDK_of_the_document_on_the_page() =>
        SdkRun.Of(Blocks("yaml").First(), PageBlocks.Compiled(Blocks("csharp"), ("Sdk.PetsClient", "client")));

    [Fact]
    public void The_example_sends_what_it_says() => Assert.All(
        SdkRun.Of(Blocks("yaml").First(), """
            var client = new Sdk.PetsClient(new ServiceRequestAdapter(new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider(), new Uri("https://api.example.com")));
            var pets = client.Owners[5].Pets.ToGetRequestInformation("dog", r =>
            {
                r.QueryParameters.Limit = 20;
                r.QueryParameters.Filter = new() { Name = "rex" };
            });
            return pets.URI.PathAndQuery + " " + client.Pets[[1, 2]].ToGetRequestInformation().URI.PathAndQuery;
            """).Split(' '),
        url => Assert.Contains($"// GET {url}\n", Page, StringComparison.Ordinal));

    private static IEnumerable<string> Blocks(string language) => PageBlocks.Of(Page, language);
}
