using Acme.Service.Hosting;

namespace Kiln.Service.Tests;

/// <summary>The documents beside this project, from which its SDKs are built, are what the service says of itself.</summary>
public sealed class DocumentTests
{
    public static TheoryData<string> Names() => [.. Documents.Paths.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_committed_document_is_what_the_service_writes(string name)
    {
        await using var service = await AcmeService.StartAsync();
        using var client = new HttpClient();
        var written = (await client.GetStringAsync(new Uri(service.Url, Documents.Paths[name]), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").TrimEnd() + "\n";
        var path = Checkout.PathOf("tests", "Service.Tests", "Documents", name);
        if (Environment.GetEnvironmentVariable("KILN_ACCEPT") == "1")
            await File.WriteAllTextAsync(path, written, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), written);
    }
}
