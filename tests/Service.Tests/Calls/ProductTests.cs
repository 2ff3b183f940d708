using Acme.OpenApi31.Models;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Requests.Bodies;
using Kiln.Service.Tests.Support;
using Controllers = Acme.Service.Controllers;
using Server = Acme.Service.Themes;

namespace Kiln.Service.Tests.OpenApi31;

/// <summary>A controller.</summary>
public sealed class ProductTests(RunningService service) : ServiceCalls(service)
{
    private static readonly DateTimeOffset Released = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public async Task A_query_of_one_type_arrives()
    {
        var page = await Client.Products.GetAsync(
            r =>
            {
                r.QueryParameters.Name = "la mp";
                r.QueryParameters.Limit = 10;
                r.QueryParameters.Colors = [Color.Red, Color.DarkBlue];
                r.QueryParameters.Priority = Differences.High;
                r.QueryParameters.From = new(2026, 5, 6);
            },
            Cancellation);

        Service.AssertReceived(new Controllers.ProductFilter { Name = "la mp", Limit = 10, Colors = [Server.Color.Red, Server.Color.DarkBlue], Priority = Server.Priority.High, From = new(2026, 5, 6) });
        var product = Assert.Single(page.Items);
        Assert.Equal((1, "Lamp", 19.9, Color.Green, Released), (product.Id, product.Name, product.Price, product.Color, product.Released));
    }

    [Fact]
    public async Task A_product_is_found_or_the_error_says_why_not()
    {
        var product = await Client.Products[1].GetAsync(cancellationToken: Cancellation);
        var missing = await Assert.ThrowsAsync<ProblemDetailsException>(() => Client.Products[2].GetAsync(cancellationToken: Cancellation));

        Assert.Equal("Lamp", product.Name);
        Assert.Equal((404, "Not Found"), (missing.Error!.Status, missing.Error.Title));
    }

    [Fact]
    public async Task A_product_is_created_or_the_errors_of_its_fields_come_back()
    {
        var created = await Client.Products.PostWithResponseAsync(new() { Id = 7, Name = "Desk", Price = 100, Color = Color.Red, Released = null }, cancellationToken: Cancellation);
        var invalid = await Assert.ThrowsAsync<ValidationProblemDetailsException>(() =>
            Client.Products.PostAsync(new() { Id = 8, Name = "D", Price = 5000, Color = Color.Red, Released = null }, cancellationToken: Cancellation));

        Service.AssertReceived(new Controllers.Product(7, "Desk", 100, Server.Color.Red, null));
        Assert.Equal((201, 7, "Desk", null), (created.StatusCode, created.Body.Id, created.Body.Name, created.Body.Released));
        Assert.EndsWith("/products/7", Assert.Single(created.Headers["Location"]), StringComparison.Ordinal);
        Assert.Equal(400, invalid.Error!.Status);
        Assert.Equal(["Name", "Price"], invalid.Error.Errors!.Keys.Order());
        Assert.Contains("between 0 and 1000", Assert.Single(invalid.Error.Errors["Price"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_is_replaced_and_deleted_without_an_answer()
    {
        var product = new Product { Id = 3, Name = "Chair", Price = 12.5, Color = Color.Green, Released = Released };
        await Client.Products[3].PutAsync(product, r => r.HeaderParameters.XVersion = 4, Cancellation);
        var conflict = await Assert.ThrowsAsync<ProblemDetailsException>(() => Client.Products[9].PutAsync(product, cancellationToken: Cancellation));
        await Client.Products[3].DeleteAsync(cancellationToken: Cancellation);

        Service.AssertReceived(new Controllers.Product(3, "Chair", 12.5m, Server.Color.Green, Released));
        Assert.Null(Service.Received.Last<int?>("version"));
        Assert.Equal((409, "The ids differ."), (conflict.Error!.Status, conflict.Error.Detail));
        Assert.Equal(3, Service.Received.Last<int>("deleted"));
    }

    [Fact]
    public async Task A_call_of_head_says_whether_there_is_one()
    {
        await Client.Products[1].HeadAsync(cancellationToken: Cancellation);

        Assert.Equal(404, (await Assert.ThrowsAsync<ServiceException>(() => Client.Products[2].HeadAsync(cancellationToken: Cancellation))).StatusCode);
    }

    [Fact]
    public async Task A_list_and_a_picture_are_read()
    {
        Assert.Equal([6, 7], (await Client.Products[5].Related.GetAsync(cancellationToken: Cancellation)).Select(p => p.Id));
        using var picture = new MemoryStream();
        await (await Client.Products[5].Picture.GetStreamAsync(cancellationToken: Cancellation)).CopyToAsync(picture, Cancellation);
        Assert.Equal([137, 80, 78, 71, 5], picture.ToArray());

        Assert.Equal(8, await Client.Products[5].Picture.PostAsync(new() { File = FilePart.FromBytes(new byte[] { 1, 2, 3 }, "p.png") }, cancellationToken: Cancellation));
    }
}
