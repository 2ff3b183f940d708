using System.Net;
using System.Text;
using Acme.Orders;
using Kiln.Runtime.Webhooks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kiln.Security.Tests;

/// <summary>A webhook that an application of ASP.NET Core receives over a socket: the example of docs/webhooks.md.</summary>
public sealed class WebhookTests
{
    private const string Key = "whsec_of_the_account";

    [Theory]
    [InlineData("{\"type\":\"order.paid\",\"order\":{\"id\":7}}", Key, 200, "paid 7")]
    [InlineData("{\"type\":\"order.voided\",\"reason\":\"twice\"}", Key, 200, "voided twice")]
    [InlineData("{\"type\":\"order.later\"}", Key, 200, "ignored")]
    [InlineData("{\"type\":\"order.paid\",\"order\":{\"id\":7}}", "another key", 401, "")]
    [InlineData("not JSON", Key, 400, "")]
    public async Task A_request_is_verified_and_read(string json, string key, int status, string answer)
    {
        await using var app = await StartAsync();
        using var client = new HttpClient { BaseAddress = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        var body = Encoding.UTF8.GetBytes(json);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/orders") { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in OrdersWebhooks.Signature.Sign(body, key))
            request.Headers.Add(name, value);

        using var response = await client.SendAsync(request);

        Assert.Equal(((HttpStatusCode)status, answer), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public void The_example_is_that_of_this_file_and_the_document_that_of_the_page()
    {
        var page = File.ReadAllText(Checkout.PathOf("docs/webhooks.md")).ReplaceLineEndings("\n");
        var example = page.Split("```csharp\n").Select(b => b.Split("```")[0]).Single(b => b.StartsWith("app.MapPost", StringComparison.Ordinal));

        Assert.Contains(Lines(example), Lines(File.ReadAllText(Checkout.PathOf("tests/Security.Tests/WebhookTests.cs"))), StringComparison.Ordinal);
        Assert.Equal(page.Split("```yaml\n")[1].Split("```")[0], File.ReadAllText(Checkout.PathOf("tests/Security.Tests/orders.yaml")).ReplaceLineEndings("\n"));
    }

    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("Orders:WebhookKey", Key)]);
        var app = builder.Build();
        app.MapPost("/hooks/orders", async (HttpRequest request, IConfiguration configuration) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
            try
            {
                var e = OrdersWebhooks.Read(WebhookHeaders.Of(request.Headers), body.ToArray(), [configuration["Orders:WebhookKey"]!]);
                return Results.Text(e.Match(paid => $"paid {paid.Order.Id}", voided => $"voided {voided.Reason}", unknown => "ignored"));
            }
            catch (WebhookSignatureException)
            {
                return Results.Unauthorized();
            }
            catch (WebhookPayloadException)
            {
                return Results.BadRequest();
            }
        });
        await app.StartAsync();
        return app;
    }
}
