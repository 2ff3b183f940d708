using Acme.Service.Hosting;

namespace Kiln.Service.Tests;

/// <summary>
/// The documents beside this project, from which its SDKs are built, are what the service says of itself.
/// <c>dotnet run --project tests/Service -- tests/Service.Tests/Documents</c> writes them.
/// </summary>
public sealed class DocumentTests
{
    public static TheoryData<string> Names() => [.. Documents.Paths.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_committed_document_is_what_the_service_writes(string name)
    {
        await using var service = await AcmeService.StartAsync();
        var committed = await File.ReadAllTextAsync(Checkout.PathOf("tests", "Service.Tests", "Documents", name), TestContext.Current.CancellationToken);

        Assert.Equal(committed, await service.ReadDocumentAsync(name, TestContext.Current.CancellationToken));
    }
}
