using Kiln.Generator.Tests.Requests.Document;
using Kiln.Generator.Tests.RoundTrip;

namespace Kiln.Generator.Tests.Requests.Prism;

/// <summary>Prism, a mock server that validates requests by the document that it serves, accepts the requests of every operation.</summary>
public sealed class PrismTests(ITestOutputHelper output)
{
    private const string Petstore = "swagger-api__petstore-3.0.4.yaml";
    private const int CallsPerRequest = 20;
    private const int Told = 100;

    [Theory]
    [InlineData(Petstore)]
    [InlineData("Redocly__museum-3.1.yaml")]
    [InlineData("apple__petstore.yaml")]
    public async Task Accepts_each_operation(string document)
    {
        await using var server = await Start(document);
        using var sdk = new CompiledSdk(document, PublicDocuments.Read(document), TestContext.Current.CancellationToken);
        using var verdicts = new PrismVerdicts(server.Address);
        var operations = RawOperations.Of(new RawDocument(document, PublicDocuments.Read).Root);
        var run = new PrismRun(sdk.Assembly!, operations, verdicts, seed: 1);

        await run.CallAll(server.Address, CallsPerRequest);

        output.WriteLine($"{document}: {operations.Count} operations, {run.Calls} requests, {run.Excused} of them refused for faults of Prism");
        foreach (var refusal in run.Refusals.Take(Told))
            output.WriteLine(refusal);
        Assert.Empty(run.Refusals);
        Assert.Empty(run.NeverAccepted);
    }

    [Theory]
    [InlineData("/pet/none", "key", "path.petid")]
    [InlineData("/pet/1", null, "")]
    [InlineData("/none", "key", "")]
    public async Task Refuses_what_the_document_does_not_allow(string path, string? key, string location)
    {
        await using var server = await Start(Petstore);
        using var verdicts = new PrismVerdicts(server.Address);
        using var http = new HttpClient(verdicts, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, path));
        if (key is not null)
            request.Headers.Add("api_key", key);

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(location, Assert.Single(verdicts.Take()!).Location);
    }

    private static Task<PrismServer> Start(string document)
    {
        TestForm.RequireFull();
        Assert.SkipWhen(PublicDocuments.Folder is null, PublicDocuments.Absent);
        return PrismServer.Start(document);
    }
}
