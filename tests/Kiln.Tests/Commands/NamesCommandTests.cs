using System.Text.Json;

namespace Kiln.Tool.Tests.Commands;

public sealed class NamesCommandTests : IDisposable
{
    private const string Spec = """
        openapi: 3.0.3
        info: { title: Shop, version: '1' }
        paths:
          /orders:
            get:
              parameters:
                - { name: page_size, in: query, schema: { type: integer } }
              responses: { '200': { description: All., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
        components:
          schemas:
            Order: { type: object, properties: { id: { type: string }, status: { type: string, enum: [open, closed] } } }
        """;

    private readonly Workbench bench = new();

    public NamesCommandTests()
    {
        bench.Write("shop.yaml", Spec);
        bench.Write("bad.yaml", Spec.Replace("#/components/schemas/Order", "#/components/schemas/Missing"));
    }

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Lists_each_name_with_its_location()
    {
        var run = await bench.RunAsync("names", "shop.yaml");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("class\tShop.Models.Order\tshop.yaml(11,12)\t/components/schemas/Order\n", Lines(run.Out));
        Assert.Contains("parameter\tShop.Orders.OrdersQuery.PageSize\tshop.yaml(7,11)\t/paths/~1orders/get/parameters/0\n", Lines(run.Out));
    }

    [Fact]
    public async Task Shows_a_table_on_a_terminal()
    {
        bench.IsTerminal = true;

        var lines = Lines((await bench.RunAsync("names", "shop.yaml")).Out).Split('\n');

        Assert.Matches("^KIND +NAME +WHERE +POINTER$", lines[0]);
        Assert.Contains(lines, l => l.StartsWith("enum ", StringComparison.Ordinal) && l.IndexOf("Shop.Models.OrderStatus", StringComparison.Ordinal) == lines[0].IndexOf("NAME", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lists_JSON()
    {
        using var json = JsonDocument.Parse((await bench.RunAsync("names", "shop.yaml", "--format", "json")).Out);

        var query = json.RootElement.EnumerateArray().Single(n => n.GetProperty("name").GetString() == "Shop.Orders.OrdersQuery.PageSize");
        Assert.Equal(("parameter", "page_size", 7), (query.GetProperty("kind").GetString(), query.GetProperty("wireName").GetString(), query.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Pins_names_and_keeps_them_when_the_document_changes()
    {
        var first = await bench.RunAsync("names", "shop.yaml", "--pin", "names.overlay.yaml");
        Assert.Equal("names.overlay.yaml: 4 names. To build with them, add it to the Overlays of the OpenApiSdk item, or pass it with --overlay.", first.Error.TrimEnd());
        Assert.Contains("""
              - target: $.components.schemas.Order.properties.status
                update:
                  x-kiln-type-name: OrderStatus
            """.ReplaceLineEndings("\n"), bench.Read("names.overlay.yaml"));
        Assert.Equal(0, (await bench.RunAsync("names", "shop.yaml", "--pin", "names.overlay.yaml", "--check")).ExitCode);

        // A person's own choice in the overlay stays, what is gone is dropped, and what is new is added.
        bench.Write("names.overlay.yaml", bench.Read("names.overlay.yaml").Replace("OrderStatus", "OrderState"));
        bench.Write("shop.yaml", Spec.Replace("page_size", "pageLength"));
        var check = await bench.RunAsync("names", "shop.yaml", "--pin", "names.overlay.yaml", "--check");
        Assert.Equal(1, check.ExitCode);
        Assert.Equal(
            """
            not pinned: PageLength ($.paths['/orders'].get.parameters[?@.name=='pageLength' && @.in=='query'], x-kiln-name)
            matches nothing: PageSize ($.paths['/orders'].get.parameters[?@.name=='page_size' && @.in=='query'], x-kiln-name)

            """,
            check.Out,
            ignoreLineEndingDifferences: true);
        Assert.Contains("kept: Shop.Models.OrderState, which would be Shop.Models.OrderStatus without its pin (shop.yaml(11,", check.Error, StringComparison.Ordinal);
        Assert.Contains("OrderState", bench.Read("names.overlay.yaml"));

        var second = await bench.RunAsync("names", "shop.yaml", "--pin", "names.overlay.yaml", "--overlay", "names.overlay.yaml");
        Assert.Contains("4 names, 1 of them new; 1 dropped.", second.Error, StringComparison.Ordinal);
        Assert.Contains("x-kiln-type-name: OrderState\n", bench.Read("names.overlay.yaml"));
        Assert.DoesNotContain("page_size", bench.Read("names.overlay.yaml"));
        Assert.Equal(0, (await bench.RunAsync("names", "shop.yaml", "--pin", "names.overlay.yaml", "--check")).ExitCode);
    }

    [Fact]
    public async Task A_property_that_several_classes_take_in_is_no_name_that_a_pin_keeps()
    {
        bench.Write("shop.yaml", """
            openapi: 3.0.3
            info: { title: Shop, version: '1' }
            paths: {}
            components:
              schemas:
                Layer: { type: object, properties: { align: { type: string, enum: [l, r] } } }
                Frame: { allOf: [{ $ref: '#/components/schemas/Layer' }], properties: { size: { type: integer } } }
                Text: { allOf: [{ $ref: '#/components/schemas/Layer' }], properties: { text: { type: string } } }
            """);
        await bench.RunAsync("names", "shop.yaml", "--pin", "names.overlay.yaml");

        var check = await bench.RunAsync("names", "shop.yaml", "--pin", "names.overlay.yaml", "--check");

        Assert.Equal(0, check.ExitCode);
        Assert.DoesNotContain("kept:", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_a_pin_could_not_keep()
    {
        await bench.RunAsync("names", "shop.yaml", "--pin", "names.overlay.yaml");
        bench.Write("names.overlay.yaml", bench.Read("names.overlay.yaml").Replace("x-kiln-type-name: OrderStatus", "x-kiln-type-name: Task"));

        var check = await bench.RunAsync("names", "shop.yaml", "--pin", "names.overlay.yaml", "--check");

        Assert.Equal(1, check.ExitCode);
        Assert.Equal("renamed: Task -> TaskModel ($.components.schemas.Order.properties.status)", check.Out.TrimEnd());
    }

    [Theory]
    [InlineData(2, "kiln: --check needs --pin with the overlay to compare.", "names", "shop.yaml", "--check")]
    [InlineData(2, "kiln: none.yaml does not exist; kiln names shop.yaml --pin none.yaml writes it.", "names", "shop.yaml", "--pin", "none.yaml", "--check")]
    [InlineData(2, "kiln: shop.yaml would overwrite the document shop.yaml.", "names", "shop.yaml", "--pin", "shop.yaml")]
    [InlineData(3, "kiln: bad.yaml: 1 error; it has no names.", "names", "bad.yaml")]
    public async Task Refuses_what_it_cannot_do(int exitCode, string message, params string[] args)
    {
        var run = await bench.RunAsync(args);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}
