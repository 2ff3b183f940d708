using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Running;

/// <summary>The examples of docs/webhooks.md. The one of ASP.NET Core is that of Security.Tests, where it runs.</summary>
public sealed class WebhooksPageTests
{
    [Fact]
    public void Each_example_compiles_with_the_document_on_the_page()
    {
        var page = PageBlocks.Read("webhooks.md");
        var examples = PageBlocks.Of(page, "csharp").Where(b => !b.Contains("app.MapPost", StringComparison.Ordinal)).ToList();

        Assert.Equal(4, examples.Count);
        SdkRun.Of(
            PageBlocks.Of(page, "yaml").Single(),
            "byte[] body = []; var (key, oldKey) = (\"k\", \"o\"); var headers = WebhookHeaders.Of(new Dictionary<string, string>());\n" + PageBlocks.Compiled(examples, ("OrdersClient", "client")),
            "using Sdk; using Kiln.Runtime.Webhooks;");
    }
}
